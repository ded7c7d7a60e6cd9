"""Mark texts of the model for translation without knowing Qt; the screen looks them up."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Return the text as it is; `pyside6-lupdate` collects it under the context."""
    del context
    return text
