; Runs of the charge race: what goes wrong when a guard is away, step by step.
;
; charge.smt2 and pids.smt2 prove the claims for any number of tasks. Where a proof fails, an
; exception to an induction step says little: it may start in a state that nobody reaches. So here
; a whole run is asked for, from its start: three tasks, two counters, at most eight steps. What
; the tasks do, in which order, the sizes and the limits are Z3's choice; nothing here tells an
; attack. "sat" is a run that ends in a breach, and its model says all of it.
;
; The counters are leaf and, above it, top. Each step is one atomic step of one task, as in
; mm/page_counter.c: page_counter_try_charge, page_counter_uncharge and page_counter_set_max, or, if
; pids is true, kernel/cgroup/pids.c. A name with a time in it is what is so before the step of that
; number; who takes that step, and what it does, are (who time) and (deed time).
;
; This text says what one task does; charge-runs.smt2, which goes on where it ends, what a run is, and
; asks for each claim.
;
; Left out: more tasks, levels and steps than that; a second charge by a task that holds one;
; removal of top; limits that are put whatever the usage, which may go below what is granted; reclaim
; and batches. Numbers are mathematical integers, sizes and limits up to a million.

(set-option :smt.arith.solver 2) ; Z3's older one is the faster here
(set-logic ALL)

; --- The guards. -----------------------------------------------------------------------------------

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
(declare-const pids-charged-on-fork Bool)
(declare-const pids-checks-every-ancestor Bool)

; --- The state at a time. --------------------------------------------------------------------------

(declare-datatypes ((Group 0)) (((leaf) (top))))
(declare-datatypes ((Place 0)) (((ready) (adding) (limit-read) (added) (loaded) (storing) (undoing)
  (uncharging) (first-look) (exchanging) (second-look) (restoring))))
(declare-datatypes ((Deed 0)) (((allocates) (forks) (adds) (reads-limit) (loads) (compares) (stores)
  (undoes) (uncharges) (locks) (looks) (exchanges) (looks-again) (restores) (moves) (removes))))

(declare-const pids Bool)
(declare-const length Int)                 ; of the run, in steps
(declare-const largest Int)                ; no size and no limit is larger
(declare-fun who (Int) Int)
(declare-fun deed (Int) Deed)

(declare-fun usage (Group Int) Int)
(declare-fun max (Group Int) Int)
(declare-fun committed (Group Int) Int)    ; the limit of the last set-limit that returned 0
(declare-fun locked (Int) Bool)
(declare-fun removed (Int) Bool)           ; the leaf

; Of a task: where it stands, its group, the counter it is at, how much it charges or gives back (or
; which limit it wants), the usage it saw, the limit it read (or replaced), whether it has another
; counter to undo after this one, and what it holds.
(declare-fun place (Int Int) Place)
(declare-fun home (Int Int) Group)
(declare-fun at (Int Int) Group)
(declare-fun pages (Int Int) Int)
(declare-fun saw (Int Int) Int)
(declare-fun old (Int Int) Int)
(declare-fun more (Int Int) Bool)
(declare-fun held (Int Int) Int)           ; 0: nothing
(declare-fun held-at (Int Int) Group)

(define-fun start () Bool
  (and (<= largest 1000000) (= (usage leaf 0) 0) (= (usage top 0) 0) (not (locked 0)) (not (removed 0))
       (<= 0 (max leaf 0) largest) (= (committed leaf 0) (max leaf 0))
       (<= 0 (max top 0) largest) (= (committed top 0) (max top 0))
       (= (place 0 0) ready) (= (held 0 0) 0)
       (= (place 1 0) ready) (= (held 1 0) 0)
       (= (place 2 0) ready) (= (held 2 0) 0)))

; --- What a step leaves as it is, and what it changes. ---------------------------------------------

(define-fun usage-changes ((t Int) (g Group) (by Int)) Bool
  (and (= (usage leaf (+ t 1)) (+ (usage leaf t) (ite (= g leaf) by 0)))
       (= (usage top (+ t 1)) (+ (usage top t) (ite (= g top) by 0)))))
(define-fun usage-stays ((t Int)) Bool (usage-changes t leaf 0))
(define-fun word-goes ((before Int) (after Int) (here Bool) (to Int)) Bool
  (= after (ite here to before)))
(define-fun max-goes ((t Int) (changes Bool) (g Group) (m Int)) Bool
  (and (word-goes (max leaf t) (max leaf (+ t 1)) (and changes (= g leaf)) m)
       (word-goes (max top t) (max top (+ t 1)) (and changes (= g top)) m)))
(define-fun commits ((t Int) (yes Bool) (g Group) (m Int)) Bool
  (and (word-goes (committed leaf t) (committed leaf (+ t 1)) (and yes (= g leaf)) m)
       (word-goes (committed top t) (committed top (+ t 1)) (and yes (= g top)) m)))
(define-fun limits-stay ((t Int)) Bool (and (max-goes t false leaf 0) (commits t false leaf 0)))
(define-fun groups-stay ((t Int)) Bool (= (removed (+ t 1)) (removed t)))
(define-fun lock-stays ((t Int)) Bool (= (locked (+ t 1)) (locked t)))
; Only usage changes, or not even that.
(define-fun limits-and-groups-stay ((t Int)) Bool (and (limits-stay t) (groups-stay t) (lock-stays t)))

(define-fun task-stays ((i Int) (t Int)) Bool
  (and (= (place i (+ t 1)) (place i t)) (= (home i (+ t 1)) (home i t))
       (= (at i (+ t 1)) (at i t)) (= (pages i (+ t 1)) (pages i t))
       (= (saw i (+ t 1)) (saw i t)) (= (old i (+ t 1)) (old i t)) (= (more i (+ t 1)) (more i t))
       (= (held i (+ t 1)) (held i t)) (= (held-at i (+ t 1)) (held-at i t))))
(define-fun stays-home ((i Int) (t Int)) Bool (= (home i (+ t 1)) (home i t)))
(define-fun still-holds ((i Int) (t Int)) Bool
  (and (= (held i (+ t 1)) (held i t)) (= (held-at i (+ t 1)) (held-at i t))))
(define-fun goes ((i Int) (t Int) (p Place) (g Group) (n Int)) Bool
  (and (= (place i (+ t 1)) p) (= (at i (+ t 1)) g) (= (pages i (+ t 1)) n)))
(define-fun keeps-in-mind ((i Int) (t Int) (s Int) (o Int)) Bool
  (and (= (saw i (+ t 1)) s) (= (old i (+ t 1)) o) (not (more i (+ t 1)))))

; --- A charge. -------------------------------------------------------------------------------------

; At the beginning of a charge, or on the way up; the counter and the size are at and pages of the
; step's end.
(define-fun comes-to-charge ((i Int) (t Int)) Bool
  (let ((n (pages i (+ t 1))) (g (at i (+ t 1))))
    (and (<= 1 n largest) (=> pids (= n 1)) (still-holds i t)
         (or (and (= (place i t) ready) (= (held i t) 0) (= g (home i t)) charge-before-allocation
                  (=> pids pids-charged-on-fork))
             (and (= (place i t) adding) (= g (at i t)) (= n (pages i t)))))))

; new = atomic_long_add_return(n, &p->usage)
(define-fun add ((i Int) (t Int)) Bool
  (and charge-is-atomic-add
       (ite charge-reads-limit-after-add
            (comes-to-charge i t)
            (and (= (place i t) limit-read) (still-holds i t)
                 (= (at i (+ t 1)) (at i t)) (= (pages i (+ t 1)) (pages i t))))
       (= (place i (+ t 1)) added)
       (keeps-in-mind i t (usage (at i (+ t 1)) (+ t 1)) (ite charge-reads-limit-after-add 0 (old i t)))
       (stays-home i t)
       (usage-changes t (at i (+ t 1)) (pages i (+ t 1))) (limits-and-groups-stay t)))

; Allowed here: on to the counter above, or granted.
(define-fun climbs ((i Int) (t Int)) Bool
  (and (keeps-in-mind i t 0 0)
       (ite (= (at i t) leaf)
            (and (goes i t adding top (pages i t)) (still-holds i t))
            (and (goes i t ready leaf 0)
                 (ite charge-before-allocation
                      (and (= (held i (+ t 1)) (pages i t)) (= (held-at i (+ t 1)) (home i t)))
                      (still-holds i t))))))
(define-fun is-refused ((i Int) (t Int)) Bool
  (and (goes i t ready leaf 0) (keeps-in-mind i t 0 0)
       (ite charge-before-allocation
            (still-holds i t)
            (and (= (held i (+ t 1)) 0) (= (held-at i (+ t 1)) leaf)))))
; What was added must go: memory first where it failed, then below; pids the other way round.
(define-fun fails ((i Int) (t Int) (added-here Bool)) Bool
  (let ((here (and added-here rollback-at-failing-level))
        (below (and rollback-below (= (at i t) top) (= (home i t) leaf))))
    (ite (or here below)
         (and (= (place i (+ t 1)) undoing) (= (pages i (+ t 1)) (pages i t)) (still-holds i t)
              (= (saw i (+ t 1)) 0) (= (old i (+ t 1)) 0)
              (= (more i (+ t 1)) (and here below))
              (= (at i (+ t 1)) (ite (and below (=> here pids)) leaf (at i t))))
         (is-refused i t))))
(define-fun is-asked ((i Int) (t Int)) Bool
  (or (= (at i t) (home i t)) (ite pids pids-checks-every-ancestor charge-checks-every-ancestor)))

; if (new > READ_ONCE(p->max))
(define-fun compare ((i Int) (t Int)) Bool
  (and (stays-home i t) (usage-stays t) (limits-and-groups-stay t)
       (ite (= (place i t) added)
            (let ((limit (ite charge-reads-limit-after-add (max (at i t) t) (old i t))))
              (ite (and (is-asked i t) (> (saw i t) limit)) (fails i t true) (climbs i t)))
            (and (= (place i t) loaded)
                 (ite (and (is-asked i t) (> (+ (saw i t) (pages i t)) (max (at i t) t)))
                      (fails i t false)
                      (and (goes i t storing (at i t) (pages i t)) (keeps-in-mind i t (saw i t) 0)
                           (still-holds i t)))))))

; page_counter_cancel
(define-fun undo ((i Int) (t Int)) Bool
  (and (= (place i t) undoing) (stays-home i t)
       (usage-changes t (at i t) (- (pages i t))) (limits-and-groups-stay t)
       (ite (more i t)
            (and (goes i t undoing (ite (= (at i t) leaf) top leaf) (pages i t))
                 (keeps-in-mind i t 0 0) (still-holds i t))
            (is-refused i t))))

; page_counter_uncharge
(define-fun uncharge ((i Int) (t Int)) Bool
  (let ((n (ite (= (place i t) ready) (held i t) (pages i t)))
        (g (ite (= (place i t) ready)
                (ite uncharge-matches-charge (held-at i t) (home i t))
                (at i t))))
    (and (or (and (= (place i t) ready) (> (held i t) 0)) (= (place i t) uncharging))
         (stays-home i t) (= (held i (+ t 1)) 0) (= (held-at i (+ t 1)) leaf)
         (keeps-in-mind i t 0 0)
         (ite (= g leaf) (goes i t uncharging top n) (goes i t ready leaf 0))
         (usage-changes t g (- n)) (limits-and-groups-stay t))))

; --- A new limit, and groups. ----------------------------------------------------------------------

(define-fun changes-no-charge ((i Int) (t Int)) Bool (and (still-holds i t) (groups-stay t)))

; mutex_lock(&memcg_max_mutex)
(define-fun lock ((i Int) (t Int)) Bool
  (and set-limit-serialised (= (place i t) ready) (not (locked t)) (locked (+ t 1))
       (<= 0 (pages i (+ t 1)) largest) (= (place i (+ t 1)) first-look) (keeps-in-mind i t 0 0)
       (stays-home i t) (usage-stays t) (limits-stay t) (changes-no-charge i t)))
(define-fun returns ((i Int) (t Int) (g Group) (m Int)) Bool
  (and (= (place i (+ t 1)) ready) (= (at i (+ t 1)) g) (= (pages i (+ t 1)) m)
       (keeps-in-mind i t 0 0) (= (locked (+ t 1)) (and (not set-limit-serialised) (locked t)))))
; if (page_counter_read(p) > m) return -EBUSY
(define-fun look ((i Int) (t Int)) Bool
  (let ((g (at i (+ t 1))) (m (pages i (+ t 1))))
    (and (or (and (= (place i t) first-look) (= g (at i t)) (= m (pages i t)))
             (and (= (place i t) ready) (not set-limit-serialised) (<= 0 m largest)))
         (ite (> (usage g t) m)
              (returns i t g m)
              (and (= (place i (+ t 1)) exchanging) (keeps-in-mind i t (usage g t) 0) (lock-stays t)))
         (stays-home i t) (usage-stays t) (limits-stay t) (changes-no-charge i t))))
; old = xchg(&p->max, m)
(define-fun exchange ((i Int) (t Int)) Bool
  (and (= (place i t) exchanging) (max-goes t true (at i t) (pages i t))
       (commits t (not set-limit-rechecks) (at i t) (pages i t))
       (ite set-limit-rechecks
            (and (goes i t second-look (at i t) (pages i t))
                 (keeps-in-mind i t (saw i t) (max (at i t) t)) (lock-stays t))
            (returns i t (at i t) (pages i t)))
       (stays-home i t) (usage-stays t) (changes-no-charge i t)))
; if (page_counter_read(p) <= usage || m >= old) return 0
(define-fun look-again ((i Int) (t Int)) Bool
  (let ((done (or (<= (usage (at i t) t) (saw i t)) (>= (pages i t) (old i t)))))
    (and (= (place i t) second-look) (max-goes t false leaf 0) (commits t done (at i t) (pages i t))
         (ite done
              (returns i t (at i t) (pages i t))
              (and (goes i t restoring (at i t) (pages i t)) (keeps-in-mind i t 0 (old i t))
                   (lock-stays t)))
         (stays-home i t) (usage-stays t) (changes-no-charge i t))))
; p->max = old, and again
(define-fun restore ((i Int) (t Int)) Bool
  (and (= (place i t) restoring) (max-goes t true (at i t) (old i t)) (commits t false leaf 0)
       (goes i t first-look (at i t) (pages i t)) (keeps-in-mind i t 0 0) (lock-stays t)
       (stays-home i t) (usage-stays t) (changes-no-charge i t)))

(define-fun move ((i Int) (t Int)) Bool
  (and (= (place i t) ready) (not (= (home i (+ t 1)) (home i t)))
       (=> (= (home i (+ t 1)) leaf) (not (removed t)))
       (goes i t ready leaf 0) (keeps-in-mind i t 0 0) (still-holds i t)
       (usage-stays t) (limits-and-groups-stay t)))
; rmdir of the leaf, when nobody is in it. Without the guard its charges go with it.
(define-fun remove ((i Int) (t Int)) Bool
  (and (= (place i t) ready) (= (home 0 t) (home 1 t) (home 2 t) top)
       (not (removed t)) (removed (+ t 1)) (limits-stay t) (lock-stays t)
       (let ((goes (ite offline-group-keeps-charges 0 (usage leaf t))))
         (and (= (usage leaf (+ t 1)) (- (usage leaf t) goes))
              (= (usage top (+ t 1)) (- (usage top t) goes))))
       (goes i t ready leaf 0) (keeps-in-mind i t 0 0) (stays-home i t) (still-holds i t)))

; --- The weaker designs' own steps. ----------------------------------------------------------------

; The page is handed out first, and charged afterwards; or a fork is not charged at all.
(define-fun hand-out ((i Int) (t Int)) Bool
  (and (= (place i t) ready) (= (held i t) 0) (<= 1 (held i (+ t 1)) largest) (= (held-at i (+ t 1)) (home i t))
       (stays-home i t) (keeps-in-mind i t 0 0) (usage-stays t) (limits-and-groups-stay t)))
(define-fun allocate ((i Int) (t Int)) Bool
  (and (not charge-before-allocation) (not pids) (hand-out i t)
       (goes i t adding (home i t) (held i (+ t 1)))))
(define-fun fork ((i Int) (t Int)) Bool
  (and (not pids-charged-on-fork) pids (hand-out i t) (= (held i (+ t 1)) 1) (goes i t ready leaf 0)))
; The limit is read before the add.
(define-fun read-limit ((i Int) (t Int)) Bool
  (and charge-is-atomic-add (not charge-reads-limit-after-add) (comes-to-charge i t)
       (= (place i (+ t 1)) limit-read) (keeps-in-mind i t 0 (max (at i (+ t 1)) t))
       (stays-home i t) (usage-stays t) (limits-and-groups-stay t)))
; Load, check, store.
(define-fun load ((i Int) (t Int)) Bool
  (and (not charge-is-atomic-add) (comes-to-charge i t)
       (= (place i (+ t 1)) loaded) (keeps-in-mind i t (usage (at i (+ t 1)) t) 0)
       (stays-home i t) (usage-stays t) (limits-and-groups-stay t)))
(define-fun store ((i Int) (t Int)) Bool
  (and (= (place i t) storing) (climbs i t) (stays-home i t)
       (usage-changes t (at i t) (- (+ (saw i t) (pages i t)) (usage (at i t) t)))
       (limits-and-groups-stay t)))
