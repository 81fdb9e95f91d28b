"""Scores of an extractor against gold annotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import PurePath
from typing import Literal

from diplocorpus.errors import PredictionFormatError, TextMismatchError
from diplocorpus.models.spans import Frozen
from diplocorpus.results.annotations import GoldDocument
from diplocorpus.results.gold import Gold, read_gold
from diplocorpus.results.predictions import PredictedHead, Prediction, Predictions, read_predictions
from diplocorpus.results.scoring import SCORED_FRAMEWORKS, Difference, Tally, score_document

NO_PUBLISHER = "(none)"
"""The group of documents whose gold annotation names no publisher."""


class Found(Frozen):
    """How many of the records in gold were found, and how many of those predicted are in gold."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int


class Right(Frozen):
    """In how many of `n` pairs a field is right."""

    accuracy: float
    n: int


class Scores(Frozen):
    """The measures of a set of documents, each by its name; figures have four decimals."""

    documents: int
    found: Mapping[str, Found]
    right: Mapping[str, Right]


class Evaluation(Scores):
    """Scores of predictions against gold, and where the two differ.

    `found` holds precision, recall and F1 of `meetings`, `participants`, `attributions`, `attributions.full`,
    `commitments`, `commitments.full`, `actions`, `frameworks` and `frameworks.core`; `right` the accuracy of fields of
    paired records, such as `commitments.strength`, and of `document.date`. `by` holds scores of each group.
    `unpredicted` are ids of documents in gold without a prediction (scored as if nothing was found in them),
    `unannotated` those of predictions without gold (not scored).
    """

    by: Mapping[str, Scores] = {}
    unpredicted: tuple[str, ...] = ()
    unannotated: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def evaluate(
    gold: Gold,
    predictions: Predictions,
    *,
    by: Literal["publisher"] | None = None,
    frameworks: Collection[str] = SCORED_FRAMEWORKS,
) -> Evaluation:
    """Return how well predictions agree with gold annotations.

    `gold` is a folder of `*.gold.json` or of brat standoff (`*.ann` beside `*.txt`), a JSON Lines file, or mappings;
    `predictions` a JSON Lines file in the wire format, or analyses. Documents are matched by id, else by the id's stem,
    so that `texts/a.txt` is `a`. `by="publisher"` scores each publisher as well, `frameworks` are the ids that count.

    Raises DocumentNotFoundError where a path leads nowhere, GoldFormatError and PredictionFormatError where a file is
    malformed, TextMismatchError where a prediction was made on another text than the annotation.
    """
    golds = read_gold(gold)
    predicted = read_predictions(predictions)
    matched, unannotated = _match(golds, predicted)
    total = Tally()
    groups: dict[str, Tally] = defaultdict(Tally)
    for key, document in golds.items():
        prediction = matched.get(key) or Prediction(document=PredictedHead(id=key))
        _check_text(document, prediction)
        tally = score_document(document, prediction, frameworks)
        total.add(tally)
        if by is not None:
            groups[(document.document.publisher if document.document else None) or NO_PUBLISHER].add(tally)
    found, right = _found(total), _right(total)
    return Evaluation(
        documents=total.documents,
        found=found,
        right=right,
        by={name: Scores(documents=tally.documents, found=_found(tally), right=_right(tally)) for name, tally in sorted(groups.items())},
        unpredicted=tuple(key for key in golds if key not in matched),
        unannotated=tuple(unannotated),
        differences=tuple(total.differences),
    )


def _match(golds: Mapping[str, GoldDocument], predicted: Mapping[str, Prediction]) -> tuple[dict[str, Prediction], list[str]]:
    """Return predictions by id in gold, and the ids of those that gold does not know."""
    matched: dict[str, Prediction] = {}
    unannotated = []
    for key, prediction in predicted.items():
        name = key if key in golds else PurePath(key).stem
        if name not in golds:
            unannotated.append(key)
        elif name in matched:
            raise PredictionFormatError("predictions", f"document {key!r}", f"{matched[name].document.id!r} stands for {name!r} already")
        else:
            matched[name] = prediction
    return matched, unannotated


def _check_text(gold: GoldDocument, prediction: Prediction) -> None:
    """Make sure that both count the same characters, as far as the prediction holds its text."""
    text = prediction.document.text
    if text is None:
        return
    for span in gold.spans():
        if text[span.start : span.end] != span.text:
            raise TextMismatchError(gold.id, f"[{span.start}:{span.end}] holds {text[span.start : span.end]!r}, gold has {span.text!r}")


def _found(tally: Tally) -> dict[str, Found]:
    """Return precision, recall and their harmonic mean; 0 where there is nothing to divide by."""
    scores = {}
    for measure in sorted(tally.gold):
        hits, gold, predicted = tally.hits[measure], tally.gold[measure], tally.predicted[measure]
        precision, recall = (hits / predicted if predicted else 0.0), (hits / gold if gold else 0.0)
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        scores[measure] = Found(precision=round(precision, 4), recall=round(recall, 4), f1=round(f1, 4), gold=gold, predicted=predicted)
    return scores


def _right(tally: Tally) -> dict[str, Right]:
    return {name: Right(accuracy=round(tally.right[name] / seen, 4), n=seen) for name, seen in sorted(tally.seen.items())}
