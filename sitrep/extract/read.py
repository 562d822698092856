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
    """(qualifier, start, end)"""
    start, end = q.start, q.end
    kind = 'range' if q.low is not None else 'vague' if q.vague else 'exact'
    found = None
    k = i
    while k > 0:
        for n in (4, 3, 2, 1):
            if k - n < 0: continue
            words = ' '.join(it.w for it in row[k-n:k])
            got = lang.qualifiers.get(words)
            if got: break
        else: break
        if got != 'exact':
            found = found or got
            if got in ('at_least','at_most') : found = got
            start = row[k-n].s
        elif words in ('only','just'):
            start = row[k-n].s
        elif words in ('a total of','a further','another','an additional','all'):
            pass
        else: break
        k -= n
    for n in (2, 1):
        words = ' '.join(it.w for it in row[i+1:i+1+n])
        got = lang.qualifiers_after.get(words)
        if got and len(row) > i+n:
            found = got; end = row[i+n].e; break
    if kind == 'exact' and found: kind = found
    return kind, start, end

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
