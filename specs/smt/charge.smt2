; The charge race, for any number of tasks, any sizes, limits and depth.
;
; What is described: one page_counter p of the kernel (mm/page_counter.c: page_counter_try_charge,
; page_counter_uncharge, page_counter_set_max), somewhere in a tree of counters, while any number
; of tasks charge and uncharge through it. Every transition below is one atomic step of one task.
; The proofs are by induction: the start is in the invariant, each step of whichever task keeps it,
; and it implies the claim. Z3 answers "unsat" to each question that asks for an exception.
;
; Why a bounded text speaks of unboundedly many tasks. A task matters to the others only through
; what it has added to p. So the tasks are not listed: they are summed up by how far they are.
;     G  granted: added here, allowed at every level, not given back
;     W  passed here, waiting for what the levels above say
;     S  added here, not decided, and saw at most x
;     U  added here, not decided, and saw more than x
;     D  doomed: refused at p or above, and yet to be given back here
; A step of one task, whose size is n, moves n from one sum to another; what the others have in the
; sums stays, and is not negative. Hence the premise "S >= n" where the task is one of those in S.
; The levels below and above p appear only as the steps that they cause at p: each level of each
; tree is some p, so what is proved of p holds at every level of every tree.
;
; x is an arbitrary number, the same before and after a step: the invariant is proved for every x.
; It is what makes the proof go through when a limit is raised between a task's add and its compare.
;
; Left out: reclaim, batches (a batch is a larger n), charges that cannot be refused, overflow of
; the counter (a 64-bit number of pages). Sizes are positive; numbers are mathematical integers.

(set-option :produce-unsat-assumptions true)
(set-logic ALL)

; --- The guards: what the design rests on. Each is an assumption that can be turned round. -------

(declare-const charge-is-atomic-add Bool)
(declare-const charge-before-allocation Bool)
(declare-const charge-checks-every-ancestor Bool)
(declare-const charge-reads-limit-after-add Bool)
(declare-const rollback-at-failing-level Bool)
(declare-const rollback-below Bool)
(declare-const uncharge-matches-charge Bool)
(declare-const set-limit-rechecks Bool)
(declare-const set-limit-serialised Bool)
(declare-const offline-group-keeps-charges Bool)

; --- The state of p, before a step and after it. --------------------------------------------------
; usage and max are the kernel's two words. limit is what set-limit has committed to: max, except
; that between a set-limit's exchange and its re-check it is the larger of old and new.
; A setter is idle, has read usage, or has exchanged max; it remembers what it read (u), what it
; wants (m) and what it replaced (old).

(declare-datatypes ((Setter 0)) (((idle) (has-read) (has-exchanged))))
(declare-datatypes ((State 0)) (((state
  (usage Int) (max Int) (limit Int)
  (G Int) (W Int) (S Int) (U Int) (D Int)
  (setter Setter) (u Int) (m Int) (old Int)))))

(declare-const x Int)
(declare-const before State)
(declare-const after State)

(define-fun larger ((a Int) (b Int)) Int (ite (> a b) a b))
(define-fun pending ((s State)) Int (+ (W s) (S s) (U s) (D s)))

; --- Steps of a charging task. --------------------------------------------------------------------

; What a step leaves as it is, said once for each part of the state.
(define-fun same-words ((s State) (t State)) Bool
  (and (= (max t) (max s)) (= (limit t) (limit s))))
(define-fun same-setter ((s State) (t State)) Bool
  (and (= (setter t) (setter s)) (= (u t) (u s)) (= (m t) (m s)) (= (old t) (old s))))
(define-fun moved ((s State) (t State) (g Int) (w Int) (seen-at-most-x Int) (seen-more Int) (d Int)) Bool
  (and (= (G t) (+ (G s) g)) (= (W t) (+ (W s) w))
       (= (S t) (+ (S s) seen-at-most-x)) (= (U t) (+ (U s) seen-more)) (= (D t) (+ (D s) d))
       (same-words s t) (same-setter s t)))

; new = atomic_long_add_return(n, &p->usage): what the task sees is what it made.
(define-fun add ((s State) (t State) (n Int) (seen Int)) Bool
  (and (= (usage t) (+ (usage s) n)) (= seen (usage t))
       (moved s t 0 0 (ite (<= seen x) n 0) (ite (<= seen x) 0 n) 0)))

; if (new > READ_ONCE(p->max)): the task that saw this number is among those that are undecided.
(define-fun undecided ((s State) (n Int) (seen Int)) Bool
  (ite (<= seen x) (>= (S s) n) (>= (U s) n)))
(define-fun pass ((s State) (t State) (n Int) (seen Int) (read Int)) Bool
  (and (undecided s n seen) (<= seen read) (= (usage t) (usage s))
       (moved s t 0 n (ite (<= seen x) (- n) 0) (ite (<= seen x) 0 (- n)) 0)))
(define-fun refuse ((s State) (t State) (n Int) (seen Int) (read Int)) Bool
  (and (undecided s n seen) (> seen read) (= (usage t) (usage s))
       (moved s t 0 0 (ite (<= seen x) (- n) 0) (ite (<= seen x) 0 (- n)) n)))

; The levels above have allowed the charge, or one of them has refused it.
(define-fun grant ((s State) (t State) (n Int)) Bool
  (and (>= (W s) n) (= (usage t) (usage s)) (moved s t n (- n) 0 0 0)))
(define-fun refuse-above ((s State) (t State) (n Int)) Bool
  (and (>= (W s) n) (= (usage t) (usage s)) (moved s t 0 (- n) 0 0 n)))

; page_counter_cancel: a refused charge gives back what it added, a granted one at its end.
(define-fun roll-back ((s State) (t State) (n Int)) Bool
  (and (>= (D s) n) (= (usage t) (- (usage s) n)) (moved s t 0 0 0 0 (- n))))
(define-fun uncharge ((s State) (t State) (n Int)) Bool
  (and (>= (G s) n) (= (usage t) (- (usage s) n)) (moved s t (- n) 0 0 0 0)))

; --- Steps of the setter: page_counter_set_max. ---------------------------------------------------

(define-fun same-sums ((s State) (t State)) Bool
  (and (= (usage t) (usage s))
       (= (G t) (G s)) (= (W t) (W s)) (= (S t) (S s)) (= (U t) (U s)) (= (D t) (D s))))

; usage = page_counter_read(p); if (usage > m) return -EBUSY
(define-fun read-usage ((s State) (t State) (wanted Int)) Bool
  (and (= (setter s) idle) (= (setter t) has-read)
       (= (u t) (usage s)) (<= (u t) wanted) (= (m t) wanted) (= (old t) (old s))
       (same-sums s t) (same-words s t)))
; old = xchg(&p->max, m)
(define-fun exchange ((s State) (t State)) Bool
  (and (= (setter s) has-read) (= (setter t) has-exchanged)
       (= (old t) (max s)) (= (u t) (u s)) (= (m t) (m s))
       (= (max t) (m s)) (= (limit t) (larger (max s) (m s))) (same-sums s t)))
; if (page_counter_read(p) <= usage || m >= old) return 0
(define-fun commits ((s State)) Bool (or (<= (usage s) (u s)) (>= (m s) (old s))))
(define-fun commit ((s State) (t State)) Bool
  (and (= (setter s) has-exchanged) (= (setter t) idle)
       (= (u t) (u s)) (= (m t) (m s)) (= (old t) (old s))
       (= (max t) (max s)) (= (limit t) (m s)) (same-sums s t)))
; p->max = old, and again. That usage had risen, and m is lower than old, was seen a step ago; usage
; may have changed since.
(define-fun restore ((s State) (t State)) Bool
  (and (= (setter s) has-exchanged) (= (setter t) idle) (< (m s) (old s))
       (= (u t) (u s)) (= (m t) (m s)) (= (old t) (old s))
       (= (max t) (old s)) (= (limit t) (limit s)) (same-sums s t)))

; --- What becomes possible when a guard is away: the weaker designs. ------------------------------

; Load, check, store: between load and store others come and go, so what was seen is any number.
(define-fun store-what-was-checked ((s State) (t State) (n Int) (seen Int)) Bool
  (and (<= (+ seen n) (max s)) (= (usage t) (+ seen n)) (moved s t n 0 0 0 0)))
; The page is handed out first, or p is not asked at all.
(define-fun hand-out-uncharged ((s State) (t State) (n Int)) Bool
  (and (= (usage t) (usage s)) (moved s t n 0 0 0 0)))
; A refused charge goes without giving back.
(define-fun forget ((s State) (t State) (n Int)) Bool
  (and (>= (D s) n) (= (usage t) (usage s)) (moved s t 0 0 0 0 (- n))))
; Another size is given back than was charged.
(define-fun uncharge-other ((s State) (t State) (n Int) (k Int)) Bool
  (and (>= (G s) n) (= (usage t) (- (usage s) k)) (moved s t (- n) 0 0 0 0)))
; A second setter does all of its steps while the first is between two of its own.
(define-fun second-setter ((s State) (t State) (wanted Int)) Bool
  (and (not (= (setter s) idle)) (<= (usage s) wanted)
       (= (max t) wanted) (= (limit t) wanted) (same-setter s t) (same-sums s t)))

; A removed group's charges are dropped, here or at a group below.
(define-fun drop ((s State) (t State) (k Int)) Bool
  (and (= (usage t) (- (usage s) k)) (moved s t 0 0 0 0 0)))

; --- One step of anybody. -------------------------------------------------------------------------
; n is the task's size, seen what it saw at p, read the limit that it compares with, k and wanted
; are any numbers.

(declare-const n Int)
(declare-const k Int)
(declare-const seen Int)
(declare-const read Int)
(declare-const wanted Int)
(assert (and (> n 0) (>= k 0) (>= wanted 0)))
(assert (=> charge-reads-limit-after-add (= read (max before))))

(define-fun step ((s State) (t State)) Bool
  (or (and charge-is-atomic-add (add s t n seen))
      (pass s t n seen read)
      (refuse s t n seen read)
      (grant s t n)
      (refuse-above s t n)
      (roll-back s t n)
      (uncharge s t n)
      (read-usage s t wanted)
      (exchange s t)
      (and (=> set-limit-rechecks (commits s)) (commit s t))
      (and set-limit-rechecks (restore s t))
      (and (not charge-is-atomic-add) (store-what-was-checked s t n seen))
      (and (not charge-before-allocation) (hand-out-uncharged s t n))
      (and (not charge-checks-every-ancestor) (hand-out-uncharged s t n))
      (and (not rollback-at-failing-level) (forget s t n))
      (and (not rollback-below) (forget s t n))
      (and (not uncharge-matches-charge) (uncharge-other s t n k))
      (and (not offline-group-keeps-charges) (drop s t k))
      (and (not set-limit-serialised) (second-setter s t wanted))))

; --- The start and the invariant. -----------------------------------------------------------------

(define-fun start ((s State)) Bool
  (and (= (usage s) 0) (>= (max s) 0) (= (limit s) (max s)) (= (setter s) idle)
       (>= (m s) 0) (>= (old s) 0)
       (= (G s) 0) (= (W s) 0) (= (S s) 0) (= (U s) 0) (= (D s) 0)))

(define-fun sums-are-sizes ((s State)) Bool
  (and (>= (G s) 0) (>= (W s) 0) (>= (S s) 0) (>= (U s) 0) (>= (D s) 0)))

; The counter is the sum of what is in it; or, which is enough against overcharge, no less.
(define-fun usage-is-sum ((s State)) Bool
  (and (sums-are-sizes s) (= (usage s) (+ (G s) (pending s)))))
(define-fun usage-covers-sum ((s State)) Bool
  (and (sums-are-sizes s) (>= (usage s) (+ (G s) (pending s)))))

; The heart: what has passed, together with what could still pass under x, fits below x. Of all
; that saw at most x, the last to add saw, in what the counter showed it, everything else that has
; passed or still can.
(define-fun passable-fits ((s State)) Bool
  (=> (<= (limit s) x) (<= (+ (G s) (W s) (S s)) x)))

; Where the setter is.
(define-fun setter-is-consistent ((s State)) Bool
  (and (<= 0 (max s) (limit s)) (>= (m s) 0) (>= (old s) 0)
       (=> (not (= (setter s) has-exchanged)) (= (limit s) (max s)))
       (=> (= (setter s) has-read) (<= (u s) (m s)))
       (=> (= (setter s) has-exchanged)
           (and (<= (u s) (m s)) (= (max s) (m s)) (= (limit s) (larger (old s) (m s)))))))

(define-fun invariant ((s State)) Bool
  (and (usage-covers-sum s) (passable-fits s) (setter-is-consistent s)))

; --- The claims. Each question asks for an exception; the guards after it are those assumed. ------

(set-info :claim |cgroup/usage-is-sum|)

(push 1)
(set-info :obligation |at the start the counter is the sum|)
(assert (and (start before) (not (usage-is-sum before))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |each step keeps the counter the sum|)
(assert (and (usage-is-sum before) (step before after) (not (usage-is-sum after))))
(check-sat-assuming (uncharge-matches-charge rollback-at-failing-level rollback-below
  charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  offline-group-keeps-charges))
(pop 1)

(set-info :claim |memory/never-overcharged|)

(push 1)
(set-info :obligation |the start is in the invariant|)
(assert (and (start before) (not (invariant before))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |each step keeps the invariant|)
(assert (and (invariant before) (step before after) (not (invariant after))))
(check-sat-assuming (charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  charge-reads-limit-after-add uncharge-matches-charge set-limit-rechecks set-limit-serialised
  offline-group-keeps-charges))
(pop 1)

(push 1)
(set-info :obligation |in the invariant what is granted is within the committed limit|)
(assert (and (invariant before) (= x (limit before)) (> (G before) (limit before))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/transient-overshoot-bounded|)
; The same invariant, and the counter is the sum: nothing stays in it that nobody gives back.

(push 1)
(set-info :obligation |each step keeps the invariant and the counter the sum|)
(assert (and (invariant before) (usage-is-sum before) (step before after)
             (not (and (invariant after) (usage-is-sum after)))))
(check-sat-assuming (charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  charge-reads-limit-after-add rollback-at-failing-level rollback-below uncharge-matches-charge
  set-limit-rechecks set-limit-serialised offline-group-keeps-charges))
(pop 1)

(push 1)
(set-info :obligation |in the invariant usage passes the limit by what is pending at the most|)
(assert (and (invariant before) (usage-is-sum before) (= x (limit before))
             (> (usage before) (+ (limit before) (pending before)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/false-refusal-bounded|)
; All that was in the counter at the add was granted, would be granted, or was doomed. So the task
; saw that sum and its own n, and nothing else; refused, it would really not have fitted, but for
; the doomed.

(push 1)
(set-info :obligation |a task sees what is granted, will be, or is doomed, and its own|)
(assert (and (usage-is-sum before) (add before after n seen)
             (not (= seen (+ (G before) (pending before) n)))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |so a charge that is refused did not fit beside these|)
(declare-const at-add Int)
(assert (and (= seen (+ at-add n)) (refuse before after n seen read)
             (not (> (+ at-add n) (max before)))))
(check-sat-assuming (charge-reads-limit-after-add))
(pop 1)

(push 1)
(set-info :obligation |each step keeps the counter the sum|)
(assert (and (usage-is-sum before) (step before after) (not (usage-is-sum after))))
(check-sat-assuming (uncharge-matches-charge rollback-at-failing-level rollback-below
  charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  offline-group-keeps-charges))
(pop 1)

(set-info :claim |memory/limit-lowered-under-load|)

(push 1)
(set-info :obligation |each step keeps the invariant|)
(assert (and (invariant before) (step before after) (not (invariant after))))
(check-sat-assuming (charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  charge-reads-limit-after-add uncharge-matches-charge set-limit-rechecks set-limit-serialised
  offline-group-keeps-charges))
(pop 1)

(push 1)
(set-info :obligation |when set-limit returns 0, what is granted is within the new limit|)
(assert (and (invariant before) (= x (m before))
             (=> set-limit-rechecks (commits before)) (commit before after)
             (not (and (= (limit after) (m before)) (<= (G after) (m before))))))
(check-sat-assuming (set-limit-rechecks))
(pop 1)

(push 1)
(set-info :obligation |when it gives up, max is what it was|)
(assert (and (invariant before) (restore before after)
             (not (and (= (max after) (old before)) (= (max after) (limit after))))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/moved-task|)
; A task that moves, or a group that is removed, takes no step at p: what is in p stays in it.

(push 1)
(set-info :obligation |at the start no counter says less than what is held there|)
(assert (and (start before) (not (usage-covers-sum before))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |no step and no removal makes a counter say less than what is held there|)
(assert (and (usage-covers-sum before) (step before after) (not (usage-covers-sum after))))
(check-sat-assuming (offline-group-keeps-charges uncharge-matches-charge charge-is-atomic-add
  charge-before-allocation charge-checks-every-ancestor))
(pop 1)

(set-info :claim |memory/honest-charge-passes|)

(push 1)
(set-info :obligation |each step keeps the counter the sum|)
(assert (and (usage-is-sum before) (step before after) (not (usage-is-sum after))))
(check-sat-assuming (uncharge-matches-charge rollback-at-failing-level rollback-below
  charge-is-atomic-add charge-before-allocation charge-checks-every-ancestor
  offline-group-keeps-charges))
(pop 1)

(push 1)
(set-info :obligation |with nothing in flight, a charge that fits does not see too much|)
(assert (and (usage-is-sum before) (= (pending before) 0) (add before after n seen)
             (<= (+ (G before) n) (max before)) (> seen (max before))))
(check-sat-assuming ())
(pop 1)
