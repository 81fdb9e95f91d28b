"""PDF and Word files."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from diplocorpus.errors import ReadLimitError
from diplocorpus.extras import load_extra
from diplocorpus.reading.limits import read_whole
from diplocorpus.reading.rows import Opened, Row, Rows

_NO_TITLE = re.compile(r"\A(?:Microsoft Word - .*|untitled.*|.*\.(?:docx?|pdf|rtf|odt|indd|qxd))\Z", re.IGNORECASE)


def _title(value: object) -> str | None:
    """Return a title that somebody wrote, not one that a program left."""
    return None if not isinstance(value, str) or _NO_TITLE.match(value.strip()) else value.strip() or None


def read_pdf(file: Opened) -> Rows:
    """Yield the one row of a PDF: the text of its pages, as the file orders it.

    Raises MissingExtraError where the extra `pdf` is not installed.
    """
    pypdf = load_extra("pypdf", "pdf")
    raw = read_whole(file.stream, file.where, file.limits)
    pages: list[str] = []
    size = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise file.fault("the PDF is encrypted", "save it without a password")
            for page in reader.pages:
                pages.append(page.extract_text().strip())
                size += len(pages[-1])
                if size > file.limits.whole_bytes:
                    raise ReadLimitError(file.where, f"its text is longer than {file.limits.whole_bytes:,}", "whole_bytes")
            title = _title(reader.metadata.title if reader.metadata else None)
    except (ReadLimitError, type(file.fault("", ""))):
        raise
    except Exception as error:
        raise file.fault(f"the PDF cannot be read ({type(error).__name__})", "open it and print it to a new PDF") from error
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise file.fault("the PDF holds no text", "it may be a scan: run text recognition first")
    yield Row({"text": text.encode("utf-8", "ignore").decode(), "title": title, "pages": len(pages)}, format="pdf")


def _paragraphs(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield block.text


def _check_size(raw: bytes, file: Opened) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > file.limits.whole_bytes:
        raise ReadLimitError(file.where, f"it unpacks to more than {file.limits.whole_bytes:,} bytes", "whole_bytes")


def read_docx(file: Opened) -> Rows:
    """Yield the one row of a Word file: its paragraphs and tables in order.

    Raises MissingExtraError where the extra `docx` is not installed.
    """
    docx = load_extra("docx", "docx")
    raw = read_whole(file.stream, file.where, file.limits)
    try:
        _check_size(raw, file)
        document = docx.Document(io.BytesIO(raw))
        text = "\n\n".join(paragraph for paragraph in _paragraphs(document) if paragraph.strip())
        title, author = _title(document.core_properties.title), document.core_properties.author
    except ReadLimitError:
        raise
    except Exception as error:
        raise file.fault(f"the Word file cannot be read ({type(error).__name__})", "open it and save it again as .docx") from error
    yield Row({"text": text, "title": title, "author": author or None}, format="docx")
