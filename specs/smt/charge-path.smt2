; A refused charge leaves no trace, at any depth.
;
; One task charges n along the path from its group (level 0) to the root (level top), whatever its
; length (mm/page_counter.c: page_counter_try_charge). Watched is one level i, any of them: c is
; what the task has added there and not given back. Others do not touch what is the task's own, so
; no step of theirs appears here; what they do to the counter itself is in charge.smt2.
;
; Left out: sizes of zero, and everything that charge.smt2 leaves out.

(set-option :produce-unsat-assumptions true)
(set-logic ALL)

(declare-const rollback-at-failing-level Bool)
(declare-const rollback-below Bool)
(declare-const uncharge-matches-charge Bool)

; Where the task is, and at which level: about to add, about to compare, giving back at the level
; that refused, giving back below it, through with it either way, giving back at the end, gone.
(declare-datatypes ((Place 0)) (((adds) (compares) (cancels) (cancels-below) (refused) (holds) (uncharges) (gone))))
(declare-datatypes ((Task 0)) (((task (at Place) (level Int) (failing Int) (c Int)))))

(declare-const n Int)
(declare-const k Int)
(declare-const i Int)
(declare-const top Int)
(declare-const before Task)
(declare-const after Task)
(assert (and (> n 0) (<= 0 i top)))

(define-fun here ((t Task) (amount Int)) Int (ite (= (level t) i) amount 0))
(define-fun goes ((s Task) (t Task) (to Place) (next Int)) Bool
  (and (= (at t) to) (= (level t) next) (= (failing t) (failing s))))

(define-fun add ((s Task) (t Task)) Bool
  (and (= (at s) adds) (goes s t compares (level s)) (= (c t) (+ (c s) (here s n)))))
(define-fun pass ((s Task) (t Task)) Bool
  (and (= (at s) compares) (= (c t) (c s))
       (ite (= (level s) top) (goes s t holds 0) (goes s t adds (+ (level s) 1)))))
(define-fun refuse ((s Task) (t Task)) Bool
  (and (= (at s) compares) (= (c t) (c s))
       (= (at t) cancels) (= (level t) (level s)) (= (failing t) (level s))))
; page_counter_cancel at the level that refused, then from level 0 up to the one below it.
(define-fun next-below ((s Task) (t Task) (next Int)) Bool
  (ite (< next (failing s)) (goes s t cancels-below next) (goes s t refused next)))
(define-fun cancel ((s Task) (t Task)) Bool
  (and (= (at s) cancels) (next-below s t 0)
       (= (c t) (ite rollback-at-failing-level (- (c s) (here s n)) (c s)))))
(define-fun cancel-below ((s Task) (t Task)) Bool
  (and (= (at s) cancels-below) (next-below s t (+ (level s) 1))
       (= (c t) (ite rollback-below (- (c s) (here s n)) (c s)))))
(define-fun begin-uncharge ((s Task) (t Task)) Bool
  (and (= (at s) holds) (goes s t uncharges 0) (= (c t) (c s))))
(define-fun uncharge ((s Task) (t Task)) Bool
  (and (= (at s) uncharges)
       (ite (= (level s) top) (goes s t gone 0) (goes s t uncharges (+ (level s) 1)))
       (= (c t) (- (c s) (here s (ite uncharge-matches-charge n k))))))

(define-fun step ((s Task) (t Task)) Bool
  (or (add s t) (pass s t) (refuse s t) (cancel s t) (cancel-below s t)
      (begin-uncharge s t) (uncharge s t)))

(define-fun start ((s Task)) Bool
  (and (= (at s) adds) (= (level s) 0) (= (failing s) 0) (= (c s) 0)))

; What the task has at level i, by where it is.
(define-fun has ((s Task)) Int
  (match (at s) (
    (adds (ite (< i (level s)) n 0))
    (compares (ite (<= i (level s)) n 0))
    (cancels (ite (<= i (level s)) n 0))
    (cancels-below (ite (and (<= (level s) i) (< i (failing s))) n 0))
    (refused 0)
    (holds n)
    (uncharges (ite (<= (level s) i) n 0))
    (gone 0))))
(define-fun invariant ((s Task)) Bool
  (and (= (c s) (has s)) (<= 0 (level s) top) (<= 0 (failing s) top)
       (=> (= (at s) cancels) (= (level s) (failing s)))
       (=> (= (at s) cancels-below) (< (level s) (failing s)))))

(set-info :claim |memory/rollback-complete|)

(push 1)
(set-info :obligation |the start is in the invariant|)
(assert (and (start before) (not (invariant before))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |each step keeps the invariant|)
(assert (and (invariant before) (step before after) (not (invariant after))))
(check-sat-assuming (rollback-at-failing-level rollback-below uncharge-matches-charge))
(pop 1)

(push 1)
(set-info :obligation |once it has returned refused, nothing of it is left at any level|)
(assert (and (invariant before) (= (at before) refused) (not (= (c before) 0))))
(check-sat-assuming ())
(pop 1)
