"""Make sitrep/places/outlines.zip, the packaged country outlines, from the npm package world-atlas.

    python script/places-make-outlines.py [--work DIR]

Needs npm (its ordinary client). Data: Natural Earth 1:50m, public domain. The same version gives the same bytes.
"""

import argparse
import json
import subprocess
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path

WORLD_ATLAS = "world-atlas@2.0.2"
TARGET = Path(__file__).parents[1] / "sitrep" / "places" / "outlines.zip"
LICENCE = """Country outlines: Natural Earth 1:50m (https://www.naturalearthdata.com), public domain, by way of
world-atlas 2.0.2 (npm, ISC). Changed: points rounded to a hundredth of a degree; Somaliland and Northern Cyprus are
drawn with Somalia and Cyprus, Crimea with Ukraine, as in maps of the United Nations; what has no code
of its own is land without a name (ZZZ).
"""
# ISO 3166-1 numeric codes of the source to alpha-3; features without a code by name.
NAMED = {"Somaliland": "SOM", "N. Cyprus": "CYP", "Kosovo": "XKX"}
CRIMEA = (32.0, 44.0, 37.0, 46.4)
SCALE = 100
BLANK = "ZZZ"

Ring = list[tuple[int, int]]


def main() -> None:
    """Download, decode, round, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--work", type=Path, default=None, help="keep and reuse the download here")
    given = options.parse_args().work
    with tempfile.TemporaryDirectory() as scratch:
        atlas = read(given or Path(scratch))
    rings = decode(atlas, numeric_codes())
    write(rings)


def read(work: Path) -> dict:
    """The 1:50m topology of the package."""
    if not list(work.glob("world-atlas-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", WORLD_ATLAS], cwd=work, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(work.glob("world-atlas-*.tgz"))) as package:
        return json.load(package.extractfile("package/countries-50m.json"))


def decode(atlas: dict, codes: dict[str, str]) -> dict[str, list[Ring]]:
    """Rings by alpha-3 code, the outer ones and the holes alike (filled by the even-odd rule)."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * SCALE), round((y * sy + ty) * SCALE)))
        arcs.append(points)
    found: dict[str, list[Ring]] = defaultdict(list)
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = NAMED.get(shape["properties"]["name"]) or codes.get(shape.get("id", ""))
        if code is None:
            code = BLANK
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for polygon in polygons:
            for line in polygon:
                ring = joined(line, arcs)
                owner = "UKR" if code == "RUS" and within(ring, CRIMEA) else code
                if len(ring) >= 4:
                    found[owner].append(ring)
    return found


def joined(line: list[int], arcs: list[Ring]) -> Ring:
    """The arcs of a ring one after another, without points that rounding made equal."""
    points: Ring = []
    for index in line:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def within(ring: Ring, box: tuple[float, float, float, float]) -> bool:
    """Whether a ring lies in a box of degrees (west, south, east, north)."""
    west, south, east, north = (v * SCALE for v in box)
    return all(west <= x <= east and south <= y <= north for x, y in ring)


def numeric_codes() -> dict[str, str]:
    """ISO 3166-1 numeric to alpha-3, from the table below."""
    return {line[:3]: line[3:] for line in NUMERIC.split()}


def write(rings: dict[str, list[Ring]]) -> None:
    """A member a country: a ring a line, its first point, then steps, in hundredths of a degree."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        put(packed, "LICENCE.txt", LICENCE)
        frames = []
        for code, found in sorted(rings.items()):
            xs, ys = [x for r in found for x, _ in r], [y for r in found for _, y in r]
            frames.append(f"{code}\t{min(xs)}\t{min(ys)}\t{max(xs)}\t{max(ys)}")
            put(packed, f"{code}.txt", "\n".join(steps(r) for r in found) + "\n")
        put(packed, "frames.tsv", "\n".join(frames) + "\n")
    print(f"{len(rings)} countries, {sum(map(len, rings.values()))} rings, {TARGET.stat().st_size / 1e3:.0f} kB")


def steps(ring: Ring) -> str:
    """Delta coding: small numbers pack well."""
    told, (x, y) = [], (0, 0)
    for nx, ny in ring:
        told.append(f"{nx - x},{ny - y}")
        x, y = nx, ny
    return " ".join(told)


def put(packed: zipfile.ZipFile, name: str, text: str) -> None:
    """A member with a fixed date, so that the archive is the same on every day."""
    member = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    packed.writestr(member, text)


NUMERIC = """
004AFG 008ALB 010ATA 012DZA 016ASM 020AND 024AGO 028ATG 031AZE 032ARG 036AUS 040AUT 044BHS 048BHR 050BGD 051ARM
052BRB 056BEL 060BMU 064BTN 068BOL 070BIH 072BWA 074BVT 076BRA 084BLZ 086IOT 090SLB 092VGB 096BRN 100BGR 104MMR
108BDI 112BLR 116KHM 120CMR 124CAN 132CPV 136CYM 140CAF 144LKA 148TCD 152CHL 156CHN 158TWN 162CXR 166CCK 170COL
174COM 175MYT 178COG 180COD 184COK 188CRI 191HRV 192CUB 196CYP 203CZE 204BEN 208DNK 212DMA 214DOM 218ECU 222SLV
226GNQ 231ETH 232ERI 233EST 234FRO 238FLK 239SGS 242FJI 246FIN 248ALA 250FRA 254GUF 258PYF 260ATF 262DJI 266GAB
268GEO 270GMB 275PSE 276DEU 288GHA 292GIB 296KIR 300GRC 304GRL 308GRD 312GLP 316GUM 320GTM 324GIN 328GUY 332HTI
334HMD 336VAT 340HND 344HKG 348HUN 352ISL 356IND 360IDN 364IRN 368IRQ 372IRL 376ISR 380ITA 384CIV 388JAM 392JPN
398KAZ 400JOR 404KEN 408PRK 410KOR 414KWT 417KGZ 418LAO 422LBN 426LSO 428LVA 430LBR 434LBY 438LIE 440LTU 442LUX
446MAC 450MDG 454MWI 458MYS 462MDV 466MLI 470MLT 474MTQ 478MRT 480MUS 484MEX 492MCO 496MNG 498MDA 499MNE 500MSR
504MAR 508MOZ 512OMN 516NAM 520NRU 524NPL 528NLD 531CUW 533ABW 534SXM 535BES 540NCL 548VUT 554NZL 558NIC 562NER
566NGA 570NIU 574NFK 578NOR 580MNP 581UMI 583FSM 584MHL 585PLW 586PAK 591PAN 598PNG 600PRY 604PER 608PHL 612PCN
616POL 620PRT 624GNB 626TLS 630PRI 634QAT 638REU 642ROU 643RUS 646RWA 652BLM 654SHN 659KNA 660AIA 662LCA 663MAF
666SPM 670VCT 674SMR 678STP 682SAU 686SEN 688SRB 690SYC 694SLE 702SGP 703SVK 704VNM 705SVN 706SOM 710ZAF 716ZWE
724ESP 728SSD 729SDN 732ESH 740SUR 744SJM 748SWZ 752SWE 756CHE 760SYR 762TJK 764THA 768TGO 772TKL 776TON 780TTO
784ARE 788TUN 792TUR 795TKM 796TCA 798TUV 800UGA 804UKR 807MKD 818EGY 826GBR 831GGY 832JEY 833IMN 834TZA 840USA
850VIR 854BFA 858URY 860UZB 862VEN 876WLF 882WSM 887YEM 894ZMB
"""

if __name__ == "__main__":
    main()
