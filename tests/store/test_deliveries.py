from concurrent.futures import ThreadPoolExecutor

import pytest

from sitrep.errors import SitrepError
from sitrep.model.protocols import Store
from sitrep.model.records import Approval
from sitrep.store import open_store

from .make import DAY, NOON, delivery, record

KEY = delivery().message_id


@pytest.fixture
def queued(store: Store) -> Store:
    recipients = ("z@example.org", "a@example.org", "m@example.org")
    store.put_report(record(1), deliveries=[delivery(recipient=r) for r in recipients])
    return store


def test_deliveries_keep_the_order_of_the_queue(queued: Store) -> None:
    queued.put_report(record(2), deliveries=[delivery("syria-02", queued=NOON + DAY)])
    assert [d.recipient[0] for d in queued.deliveries()] == ["z", "a", "m", "a"]
    assert [d.recipient[0] for d in queued.deliveries(report="syria-02")] == ["a"]
    assert queued.deliveries(crisis="sudan") == queued.deliveries(states=("sent",)) == ()


def test_a_claim_is_given_once(queued: Store, where: str) -> None:
    others = [open_store(where) for _ in range(4)]
    with ThreadPoolExecutor() as pool:
        won = list(pool.map(lambda s: s.claim(KEY, NOON), [queued, *others]))
    for other in others:
        other.close()
    assert won.count(True) == 1
    [claimed] = queued.deliveries(states=("handing_over",))
    assert (claimed.message_id, claimed.attempts, claimed.changed) == (KEY, 1, NOON)


def test_a_deferred_mail_can_be_claimed_again_and_a_sent_or_refused_one_cannot(queued: Store) -> None:
    assert queued.claim(KEY, NOON)
    queued.settle(KEY, "deferred", NOON, 451, "4.7.1 try later")
    assert queued.claim(KEY, NOON + DAY)
    queued.settle(KEY, "sent", NOON + DAY, 250, "ok")
    assert not queued.claim(KEY, NOON + DAY)
    [sent] = queued.deliveries(states=("sent",))
    assert (sent.attempts, sent.code, sent.reply, sent.changed) == (2, 250, "ok", NOON + DAY)
    queued.settle(KEY, "refused", NOON, 550, "no such user")
    assert not queued.claim(KEY, NOON)


def test_what_a_dead_process_left_is_a_question_for_the_operator(queued: Store) -> None:
    assert queued.claim(KEY, NOON)
    for _ in range(2):
        [asked] = queued.recover("syria", NOON + DAY)
        assert (asked.state, asked.message_id) == ("uncertain", KEY)
    assert not queued.claim(KEY, NOON)
    assert queued.recover("sudan", NOON) == ()


@pytest.mark.parametrize(("arrived", "state"), [(True, "sent"), (False, "pending")])
def test_the_operator_decides(queued: Store, arrived: bool, state: str) -> None:
    queued.claim(KEY, NOON)
    queued.recover("syria", NOON)
    queued.resolve(KEY, arrived, NOON)
    assert next(d.state for d in queued.deliveries() if d.message_id == KEY) == state
    with pytest.raises(SitrepError, match="No uncertain"):
        queued.resolve(KEY, arrived, NOON)


def test_a_refused_mail_goes_out_again_if_the_operator_says_so(queued: Store) -> None:
    queued.settle(KEY, "refused", NOON, 554, "relay denied")
    with pytest.raises(SitrepError, match="No uncertain mail"):
        queued.resolve(KEY, True, NOON)
    queued.resolve(KEY, False, NOON)
    assert queued.claim(KEY, NOON)


def test_a_later_edition_takes_the_place_of_mails_that_wait(store: Store) -> None:
    waiting = {"h": "held", "p": "pending", "d": "deferred"}
    settled = {"s": "sent", "u": "uncertain", "r": "refused", "w": "withdrawn"}
    mails = [delivery(recipient=f"{r}@example.org", state=state) for r, state in (waiting | settled).items()]
    store.put_report(record(1), deliveries=mails)
    store.put_report(record(2), deliveries=[delivery("syria-02")])
    store.put_report(record(1, id="syria-01f", product="flash"), deliveries=[delivery("syria-01f")])
    corrected = record(1, id="syria-01-r1", revision=1, corrects="syria-01")
    store.put_report(corrected, deliveries=[delivery("syria-01-r1")])
    states = {mail.recipient[0]: mail.state for mail in store.deliveries(report="syria-01")}
    assert states == dict.fromkeys(waiting, "withdrawn") | settled
    others = [store.deliveries(report=report) for report in ("syria-02", "syria-01f", "syria-01-r1")]
    assert [mail.state for [mail] in others] == ["pending", "pending", "pending"]
    with pytest.raises(SitrepError, match="approve syria-01-r1, which goes instead"):
        store.decide(Approval("syria-01", "approved", "editor", NOON))
    for recipient in ("u", "r"):
        store.resolve(delivery(recipient=f"{recipient}@example.org").message_id, False, NOON)
    assert {mail.state for mail in store.deliveries(report="syria-01")} == {"withdrawn", "sent"}
