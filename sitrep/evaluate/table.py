"""Scores as a table for a reader."""

from .score import Counts, Scores

_HEAD = f"{'':22} {'prec':>6} {'recall':>6} {'F1':>6} {'gold':>6} {'found':>6} {'right':>6}"

_ATTRIBUTES = f"{'attribute':22} {'right':>6}   where gold says more than the plain value"


def table(scores: Scores) -> str:
    """Figures in all and by measure, needs, attributes and full records, one a line."""
    lines = [_HEAD, _row("figures", scores.figures)]
    lines += [_row(f"  {measure}", counts) for measure, counts in scores.measures.items()]
    lines += [_row("needs", scores.needs), "", _ATTRIBUTES]
    for attribute, (share, count) in scores.marked.items():
        right = f"{scores.attributes[attribute]:>6.3f}" if attribute in scores.attributes else f"{'':6}"
        lines.append(f"  {attribute:20} {right}   {'' if share is None else f'{share:.3f} of {count}'}".rstrip())
    return "\n".join([*lines, "", f"{'full record':22} {scores.full_record:>6.3f}"])


def _row(name: str, counts: Counts) -> str:
    shares = f"{counts.precision:>6.3f} {counts.recall:>6.3f} {counts.f1:>6.3f}"
    return f"{name:22} {shares} {counts.gold:>6} {counts.found:>6} {counts.right:>6}"
