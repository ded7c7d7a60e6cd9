"""The doctor's page: what it says (`content`), the body on it (`figure`), and the page itself
(`layout` with the template `page.typ`). `write_pdf` saves it, `page_pngs` shows the same page.
"""

from model.report.layout import page_png, page_pngs, write_pdf

__all__ = ["page_png", "page_pngs", "write_pdf"]
