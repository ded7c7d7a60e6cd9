"""The Sessions page: iontophoresis treatments, logged, listed and mended."""
