"""The values that every format holds and spells its own way: dates, pages, languages, names, inline markup.

Text as some format has it goes in, what ``Citation`` holds comes out, and back. Each module stands alone, so that a
plugin imports what it needs: ``from citeconv.values.dates import parse_date``.
"""
