; Runs of the charge race, second part: a run of the steps of charge-steps.smt2, and for each claim
; whether one ends in a breach of it. Nothing is assumed of the guards here: the engine says which are
; away, and how long the run is, the shortest first. The claims are those of the model's package
; charge.claim, in the words of this state.
;
;     cat charge-steps.smt2 charge-runs.smt2 | z3 -in

; --- One step of anybody, and a run. ---------------------------------------------------------------

(define-fun task-steps ((i Int) (t Int)) Bool
  (match (deed t) (
    (allocates (allocate i t)) (forks (fork i t)) (adds (add i t)) (reads-limit (read-limit i t))
    (loads (load i t)) (compares (compare i t)) (stores (store i t)) (undoes (undo i t))
    (uncharges (uncharge i t)) (locks (lock i t)) (looks (look i t)) (exchanges (exchange i t))
    (looks-again (look-again i t)) (restores (restore i t)) (moves (move i t)) (removes (remove i t)))))
(define-fun turn ((i Int) (t Int)) Bool
  (ite (= (who t) i) (task-steps i t) (task-stays i t)))
; Tasks are alike: they are numbered in the order in which they first step.
(declare-fun met (Int) Int)
(define-fun step ((t Int)) Bool
  (=> (< t length)
      (and (turn 0 t) (turn 1 t) (turn 2 t) (<= 0 (who t) 2) (<= (who t) (met t))
           (= (met (+ t 1)) (ite (= (who t) (met t)) (+ (met t) 1) (met t))))))
(assert (and start (= (met 0) 0) (<= 0 length 8)
             (step 0) (step 1) (step 2) (step 3) (step 4) (step 5) (step 6) (step 7)))

; --- What the claims count. ------------------------------------------------------------------------

; What a task holds at a counter or below it.
(define-fun holds-at ((i Int) (g Group) (t Int)) Int
  (ite (or (= g top) (= (held-at i t) leaf)) (held i t) 0))
(define-fun granted ((g Group) (t Int)) Int
  (+ (holds-at 0 g t) (holds-at 1 g t) (holds-at 2 g t)))
; What it has added there, and has neither been granted nor given back.
(define-fun below ((i Int) (g Group) (t Int)) Bool (and (= g leaf) (= (home i t) leaf) (= (at i t) top)))
(define-fun is-pending ((i Int) (g Group) (t Int)) Bool
  (match (place i t) (
    (ready false) (adding (below i g t)) (limit-read (below i g t)) (loaded (below i g t))
    (storing (below i g t)) (added (or (= g (at i t)) (below i g t)))
    (undoing (or (= g (at i t)) (more i t))) (uncharging (= g (at i t)))
    (first-look false) (exchanging false) (second-look false) (restoring false))))
(define-fun is-doomed ((i Int) (t Int)) Bool (or (= (place i t) undoing) (= (place i t) uncharging)))
(define-fun pending-of ((i Int) (g Group) (t Int)) Int (ite (is-pending i g t) (pages i t) 0))
(define-fun doomed-of ((i Int) (g Group) (t Int)) Int (ite (is-doomed i t) (pending-of i g t) 0))
(define-fun pending ((g Group) (t Int)) Int
  (+ (pending-of 0 g t) (pending-of 1 g t) (pending-of 2 g t)))
(define-fun doomed ((g Group) (t Int)) Int
  (+ (doomed-of 0 g t) (doomed-of 1 g t) (doomed-of 2 g t)))
(define-fun tries ((i Int) (g Group) (t Int)) Bool
  (and (= (at i t) g) (or (= (place i t) second-look) (= (place i t) restoring))))
(define-fun is-tried ((g Group) (t Int)) Bool (or (tries 0 g t) (tries 1 g t) (tries 2 g t)))
; The limit or, while another is tried, the larger of the two; and so for what is committed.
(define-fun tried ((i Int) (g Group) (t Int) (m Int)) Bool
  (and (tries i g t) (or (<= m (pages i t)) (<= m (old i t)))))
(define-fun is-tried-for ((g Group) (t Int) (m Int)) Bool
  (or (tried 0 g t m) (tried 1 g t m) (tried 2 g t m)))
(define-fun is-allowed ((g Group) (t Int) (m Int)) Bool (or (<= m (max g t)) (is-tried-for g t m)))
(define-fun is-committed ((g Group) (t Int) (m Int)) Bool
  (or (<= m (committed g t)) (is-tried-for g t m)))
; The last step was an add by task i, which saw too much.
(define-fun adds-too-much ((i Int) (t Int)) Bool
  (and (= (deed (- t 1)) adds) (= (who (- t 1)) i) (> (saw i t) (max (at i t) (- t 1)))))
(define-fun returns-refused ((i Int) (t Int)) Bool
  (and (= (who (- t 1)) i) (or (= (deed (- t 1)) compares) (= (deed (- t 1)) undoes))
       (= (place i t) ready) (= (held i t) 0)))
(define-fun is-sum ((g Group) (t Int)) Bool (= (usage g t) (+ (granted g t) (pending g t))))

; --- The claims: what a run must not come to, at its end. ------------------------------------------
(set-info :claim |memory/never-overcharged|)
(define-fun overcharged ((t Int)) Bool
  (not (and (is-committed leaf t (granted leaf t)) (is-committed top t (granted top t)))))

(push 1)
(set-info :obligation |more is granted somewhere than is committed|)
(assert (and (not pids) (> length 0)
         (overcharged length)))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/never-overcharged.usage|)

(push 1)
(set-info :obligation |a counter shows more than its limit|)
(assert (and (not pids) (> length 0)
         (or (> (usage leaf length) (max leaf length)) (> (usage top length) (max top length)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/transient-overshoot-bounded|)

(push 1)
(set-info :obligation |usage less what is pending is over the limit, and over what is tried|)
(assert (and (not pids) (> length 0)
         (not (and (is-allowed leaf length (- (usage leaf length) (pending leaf length)))
               (is-allowed top length (- (usage top length) (pending top length)))))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/transient-overshoot-bounded.max|)

(push 1)
(set-info :obligation |usage less what is pending is over max|)
(assert (and (not pids) (> length 0)
         (or (> (- (usage leaf length) (pending leaf length)) (max leaf length))
            (> (- (usage top length) (pending top length)) (max top length)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/false-refusal-bounded|)
(define-fun errs ((i Int) (s Int) (t Int)) Bool
  (let ((g (at i t)))
    (and (adds-too-much i t) (<= (+ (granted g s) (pending g s) (pages i t)) (max g s)))))

(push 1)
(set-info :obligation |an add sees too much, though it fits beside what is granted and pending|)
(assert (and (not pids) (> length 0)
         (or (errs 0 (- length 1) length)
             (errs 1 (- length 1) length)
             (errs 2 (- length 1) length))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/false-refusal-bounded.only-larger|)
(define-fun is-turned-away ((i Int) (s Int) (t Int)) Bool
  (let ((g (at i t)) (n (pages i t)))
    (and (adds-too-much i t) (<= (- (+ (granted g s) (pending g s) n) (doomed g s)) (max g s))
         (<= (doomed-of 0 g s) n) (<= (doomed-of 1 g s) n) (<= (doomed-of 2 g s) n))))

(push 1)
(set-info :obligation |an add that fits beside all but the doomed sees too much, and none of the doomed is larger|)
(assert (and (not pids) (> length 0)
         (or (is-turned-away 0 (- length 1) length)
             (is-turned-away 1 (- length 1) length)
             (is-turned-away 2 (- length 1) length))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/false-refusal-bounded.only-larger-charge|)
(define-fun gives-back ((t Int)) Bool
  (or (= (place 0 t) uncharging) (= (place 1 t) uncharging) (= (place 2 t) uncharging)))

(push 1)
(set-info :obligation |as only-larger, while a page is being given back|)
(assert (and (not pids) (> length 0)
         (and (gives-back (- length 1))
             (or (is-turned-away 0 (- length 1) length)
                 (is-turned-away 1 (- length 1) length)
                 (is-turned-away 2 (- length 1) length)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/false-refusal-bounded.only-above-limit|)
(define-fun is-refused-below-limit ((i Int) (s Int) (t Int)) Bool
  (and (= (who s) i) (= (place i s) added) (= (place i t) undoing)
       (<= (saw i s) (committed (at i s) s))))

(push 1)
(set-info :obligation |a charge that saw no more than the committed limit is refused|)
(assert (and (not pids) (> length 0)
         (or (is-refused-below-limit 0 (- length 1) length)
             (is-refused-below-limit 1 (- length 1) length)
             (is-refused-below-limit 2 (- length 1) length))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/rollback-complete|)

(push 1)
(set-info :obligation |a charge returns refused, and a counter is not the sum|)
(assert (and (not pids) (> length 0)
         (or (returns-refused 0 length) (returns-refused 1 length) (returns-refused 2 length))
         (not (and (is-sum leaf length) (is-sum top length)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/limit-lowered-under-load|)
(define-fun is-not-kept ((g Group) (t Int)) Bool
  (and (not (is-tried g t))
       (not (and (= (max g t) (committed g t)) (<= (granted g t) (committed g t))))))

(push 1)
(set-info :obligation |no limit is tried, and max is not the committed limit or more is granted|)
(assert (and (not pids) (> length 0)
         (or (is-not-kept leaf length) (is-not-kept top length))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/moved-task|)

(push 1)
(set-info :obligation |a counter shows less than is held there, or a move changed it|)
(assert (and (not pids) (> length 0)
         (or (> (granted leaf length) (usage leaf length)) (> (granted top length) (usage top length))
             (and (or (= (deed (- length 1)) moves) (= (deed (- length 1)) removes))
                  (not (and (= (usage leaf length) (usage leaf (- length 1)))
                            (= (usage top length) (usage top (- length 1)))))))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |memory/honest-charge-passes|)
(define-fun is-quiet ((t Int)) Bool (and (= (pending leaf t) 0) (= (pending top t) 0)))
(define-fun is-wronged ((i Int) (s Int) (t Int)) Bool
  (let ((g (at i t)))
    (and (adds-too-much i t) (= (pending g s) 0) (or (is-quiet s) (not (= g (home i t))))
         (<= (+ (granted g s) (pages i t)) (max g s)))))

(push 1)
(set-info :obligation |with nothing in flight, a charge that fits sees too much|)
(assert (and (not pids) (> length 0)
         (or (is-wronged 0 (- length 1) length)
             (is-wronged 1 (- length 1) length)
             (is-wronged 2 (- length 1) length))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |cgroup/usage-is-sum|)

(push 1)
(set-info :obligation |a counter is not what is granted and pending|)
(assert (and (not pids) (> length 0)
         (not (and (is-sum leaf length) (is-sum top length)))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |pids/fork-bomb-stops|)

(push 1)
(set-info :obligation |there are more tasks somewhere than the limit allows|)
(assert (and pids (> length 0)
         (overcharged length)))
(check-sat-assuming ())
(pop 1)
