; Forks under nested limits, for any number of tasks, limits and depth.
;
; One group g below the root, somewhere in a tree (kernel/cgroup/pids.c: pids_try_charge,
; pids_uncharge, pids_can_attach). The root is not charged. A fork adds one at each level from the
; forking task's group up, compares there, and where it is refused takes back what it added, leaf
; first. Attaching a task is charged without asking, and a limit may be set to anything at any time:
; both may leave more tasks in a group than its limit says. Zombies count until they are reaped.
;
; As in charge.smt2 the tasks are summed up by how far they are: live (and not reaped) tasks of the
; subtree, forks that have passed here and wait for the levels above (or are to be taken back because
; one of them said no), and forks that have added one here and have not passed.
;
; Left out: sizes of more than one, overflow of the counter, and who may write pids.max.

(set-option :produce-unsat-assumptions true)
(set-logic ALL)

(declare-const pids-charged-on-fork Bool)
(declare-const pids-checks-every-ancestor Bool)

(declare-datatypes ((State 0)) (((state (current Int) (max Int) (live Int) (passed Int) (pending Int)))))
(declare-const before State)
(declare-const after State)
(declare-const seen Int)
(declare-const set Int)
(assert (>= set 0))

(define-fun changes ((s State) (t State) (dcurrent Int) (dlive Int) (dpassed Int) (dpending Int)) Bool
  (and (= (current t) (+ (current s) dcurrent)) (= (live t) (+ (live s) dlive))
       (= (passed t) (+ (passed s) dpassed)) (= (pending t) (+ (pending s) dpending))))
(define-fun same-max ((s State) (t State)) Bool (= (max t) (max s)))

; new = atomic64_add_return(1, &g->counter); if (new > atomic64_read(&g->limit)) goto revert
(define-fun add ((s State) (t State)) Bool
  (and (same-max s t) (changes s t 1 0 0 1) (= seen (current t))))
(define-fun pass ((s State) (t State)) Bool
  (and (same-max s t) (> (pending s) 0) (changes s t 0 0 1 (- 1)) (<= seen (max s))))
; Every level has let it pass: there is a task more.
(define-fun grant ((s State) (t State)) Bool
  (and (same-max s t) (> (passed s) 0) (changes s t 0 1 (- 1) 0)))
; It did not pass here, or it did and then not at a level above.
(define-fun revert ((s State) (t State)) Bool
  (and (same-max s t) (> (pending s) 0) (changes s t (- 1) 0 0 (- 1))))
(define-fun take-back ((s State) (t State)) Bool
  (and (same-max s t) (> (passed s) 0) (changes s t (- 1) 0 (- 1) 0)))
(define-fun reap ((s State) (t State)) Bool
  (and (same-max s t) (> (live s) 0) (changes s t (- 1) (- 1) 0 0)))
(define-fun attach ((s State) (t State)) Bool
  (and (same-max s t) (changes s t 1 1 0 0)))
(define-fun set-max ((s State) (t State)) Bool
  (and (= (max t) set) (changes s t 0 0 0 0)))

; Without the guards: nothing is charged at fork, or not at this level, but the task is there.
(define-fun fork-uncharged ((s State) (t State)) Bool
  (and (same-max s t) (changes s t 0 1 0 0)))

(define-fun counts ((s State)) Bool
  (and (>= (live s) 0) (>= (passed s) 0) (>= (pending s) 0) (>= (max s) 0)
       (= (current s) (+ (live s) (passed s) (pending s)))))
(define-fun start ((s State)) Bool
  (and (= (current s) 0) (= (live s) 0) (= (passed s) 0) (= (pending s) 0)
       (>= (max s) 0)))

(define-fun weaker ((s State) (t State)) Bool
  (and (or (not pids-charged-on-fork) (not pids-checks-every-ancestor)) (fork-uncharged s t)))
(define-fun step ((s State) (t State)) Bool
  (or (add s t) (pass s t) (grant s t) (revert s t) (take-back s t) (reap s t) (attach s t)
      (set-max s t) (weaker s t)))

(set-info :claim |pids/fork-bomb-stops|)

(push 1)
(set-info :obligation |at the start the counter counts the tasks|)
(assert (and (start before) (not (counts before))))
(check-sat-assuming ())
(pop 1)

(push 1)
(set-info :obligation |each step keeps the counter counting live tasks and forks on their way|)
(assert (and (counts before) (step before after) (not (counts after))))
(check-sat-assuming (pids-charged-on-fork pids-checks-every-ancestor))
(pop 1)

(push 1)
(set-info :obligation |a fork sees itself and every live task, so if it passes they are within the limit|)
(assert (and (counts before) (add before after) (<= seen (max before))
             (not (<= (+ (live before) 1) (max before)))))
(check-sat-assuming ())
(pop 1)

; With limits that stay and no attaching, what has passed and what can still pass fit below the
; limit, as in charge.smt2: passable is what is pending and saw at most max.
(declare-const passable Int)
(declare-const passable-after Int)
(define-fun fits ((s State) (p Int)) Bool
  (and (counts s) (<= 0 p (pending s)) (<= (+ (live s) (passed s) p) (max s))))

(push 1)
(set-info :obligation |under a fixed limit the live tasks never pass it|)
(assert (and (fits before passable)
             (or (and (add before after)
                      (= passable-after (ite (<= seen (max before)) (+ passable 1) passable)))
                 (and (pass before after) (> passable 0) (= passable-after (- passable 1)))
                 (and (revert before after) (> (pending before) passable) (= passable-after passable))
                 (and (revert before after) (> passable 0) (= passable-after (- passable 1)))
                 (and (or (grant before after) (take-back before after) (reap before after))
                      (= passable-after passable))
                 (and (weaker before after) (= passable-after passable)))
             (not (fits after passable-after))))
(check-sat-assuming (pids-charged-on-fork pids-checks-every-ancestor))
(pop 1)

; The host: tasks in top groups, each within its limit; together the limits leave h of pid_max.
; One group's step changes one summand, so "each within its own" gives "all within the sum".
(declare-const others Int)
(declare-const limits-of-others Int)
(declare-const pid-max Int)
(declare-const h Int)

(push 1)
(set-info :obligation |if the limits of the top groups leave h of pid_max, the host keeps h|)
(assert (and (fits before passable) (<= others limits-of-others)
             (<= (+ limits-of-others (max before)) (- pid-max h))
             (not (>= (- pid-max (+ others (live before))) h))))
(check-sat-assuming ())
(pop 1)
