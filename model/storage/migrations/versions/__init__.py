"""One frozen step a layout of the file: `vNNNN_name.py`, with `upgrade(tx)` and literal SQL."""
