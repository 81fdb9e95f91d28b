"""What people look at: a page a document, a page a corpus, a page that compares, plots, and how records show in a notebook.

A page is one HTML file that needs nothing from elsewhere. Templates, styles and scripts are files of their own beside the
modules; all text of a document is escaped.
"""
