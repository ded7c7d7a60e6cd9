"""What a diary is, how it is kept and what it means; knows no screen and imports no Qt.

    diary      the door: everything that can be done to a diary, one short method each
    exports    a diary as files for others, one module a format
    report     the doctor's page: what it says, and the page itself
    charts     values as matplotlib figures, one module a chart
    storage    tower 1, how facts are kept: the one SQLite file and all that guards it
    analysis   tower 2, what facts mean: values in, values out
    records    the rock: every fact as a frozen dataclass that can check itself
    catalog    the rock: what exists (regions, applicators, scales); ids are for ever
    text, version    a mark for what gets translated; the program's version

What stands higher may import what stands lower; storage and analysis never meet (pyproject.toml).
"""
