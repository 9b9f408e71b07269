"""What documents say, section by section, whatever their format: titles, sentences, rubriques and tables as plain text.

Renderers (DOCX today) lay these out and add no fact. Values already read in French; free text is expected to have
passed ``exports.sections.textes.preparer`` once.
"""
