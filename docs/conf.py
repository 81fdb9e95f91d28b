"""How the pages are built."""

import sys
from contextlib import chdir
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
import patterns
from picture import picture
from reference import tables_page, types_page

from diplocorpus import analyze, load_corpus

patterns.write(Path(__file__).parent / "reference")
(Path(__file__).parent / "reference" / "_tables.md").write_text(tables_page(), encoding="utf-8")
(Path(__file__).parent / "reference" / "_types.md").write_text(types_page(), encoding="utf-8")

_analysis = analyze(load_corpus(Path(__file__).parent.parent / "seeds")[0])
(Path(__file__).parent / "_picture.svg").write_text(picture(_analysis, _analysis.attributions[-1]), encoding="utf-8")

project = "diplocorpus"
author = "diplocorpus maintainers"
copyright = "2026, diplocorpus maintainers"
version = release = version_of("diplocorpus")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinxcontrib.autodoc_pydantic"]
exclude_patterns = ["_build", "reference/_*.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nitpicky = True  # every class of ours that a signature names is documented
nitpick_ignore_regex = [
    ("py:.*", r"(altair|collections\.abc|datetime|hypothesis\.strategies|nx|os|pa|pathlib|pd|pl|re|spacy\.language)\.\w+"),  # others' own
    ("py:class", r"(AfterValidator|Client|Field|SerializeAsAny|_check_characters)"),  # others' own, by bare names
    ("py:class", r"diplocorpus\.[\w.]+\.\w*T"),  # type variables
    ("py:class", r"(Completed|Form|Loadable|NonEmpty|PartialDate|PartyCode|PloverType|Source|Template)"),  # aliases
    ("py:class", r"diplocorpus\.(models\.documents\.Source|results\.comparison\.Aspect|results\.scoring\.Difference)"),  # renamed in types
]

html_theme = "furo"
html_title = f"diplocorpus {release}"
html_show_sphinx = False

default_role = "code"
add_module_names = False
python_use_unqualified_type_names = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"exclude-members": "model_config, model_post_init"}
autodoc_pydantic_model_show_json = False
autodoc_pydantic_model_show_config_summary = False
autodoc_pydantic_model_show_validator_summary = False
autodoc_pydantic_model_show_validator_members = False
autodoc_pydantic_model_show_field_summary = False
autodoc_pydantic_model_hide_paramlist = True
autodoc_pydantic_field_list_validators = False
autodoc_pydantic_field_show_constraints = False


def make_gallery(app, exception):
    """Write what the gallery shows beside the built pages: the very files that a user gets."""
    if exception is not None or app.builder.format != "html":
        return
    from diplocorpus.pages.plots import PLOTS

    folder = Path(app.outdir) / "gallery"
    folder.mkdir(exist_ok=True)
    with chdir(Path(app.srcdir).parent):  # so that pages name a path that is the same everywhere
        analyses = load_corpus("seeds").analyze()
    analyses.report(title="Five readouts").save(folder / "report")
    for name in PLOTS:
        chart = analyses.plot(name)
        chart.save(folder / f"{name}.svg")
        chart.save(folder / f"{name}.png", scale_factor=2)


def setup(app):
    app.connect("build-finished", make_gallery)
