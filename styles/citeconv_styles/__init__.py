"""CSL styles of citeconv, one file each; formats find them by the place of this package."""
