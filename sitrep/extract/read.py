"""Scratch first version."""
import hashlib
import re
from functools import cache
from ..languages.language import load
from ..measures import MEASURES
from ..model import Article, Extraction, Figure, Span
from ..places.countries import DEMONYMS
from .clean import clean
from .decide import Decision, Memory, decide
from .items import items_of, Item
from .sentences import sentences

@cache
def demonyms():
    return frozenset(d.lower() for d in DEMONYMS)

def qualifier(row, i, q, lang, clean_text):
    kind = 'range' if q.low is not None else 'vague' if q.vague else q.qualifier or 'exact'
    return kind, q.start, q.end

def read(article):
    text = clean(article.text)
    lang = load('en')
    figures = []
    memory = Memory()
    for s, e in sentences(text):
        row = items_of(text, s, e)
        for d in decide(row, demonyms(), memory):
            q = d.quantity
            kind, start, end = qualifier(row, d.at, q, lang, text)
            if q.article and q.end > row[d.at].e: kind, start, end = 'exact', q.start, q.end
            unit = q.currency or ({'households':'households','structures':'structures','facilities':'facilities','incidents':'incidents'}.get(d.kind) or MEASURES[d.measure].unit)
            if d.measure in('displaced','in_need') and d.kind=='structures': unit='households'
            fid = hashlib.sha256(f'{article.id}|{d.measure}|{start}|{end}'.encode()).hexdigest()[:12]
            figures.append(Figure(id=fid, article=article.id, measure=d.measure, text=article.text[start:end], start=start, end=end,
               value=q.value, low=q.low, high=q.high, qualifier=kind, unit=unit, head=d.phrase.word, quote=article.text[s:e], quote_start=s, quote_end=e,
               population=d.phrase.head.tags if d.phrase.head else (), rule=d.rule + (' <'+row[d.candidate.at].w+f' {d.candidate.cost:.1f}>' if d.candidate else '')))
    return Extraction(article=article.id, figures=tuple(figures))
