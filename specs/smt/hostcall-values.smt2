; Answers of a hostile host, for all values of 64 bits: what is no address.
;
; Descriptors, positions, records, lengths beside a message, numbers of what is ready, times, and
; numbers of processes. Each question has an answer that passes the comparisons of the enclave
; (what stands behind "=>"), and asks for one that the manual page does not allow, or for a byte
; that is touched beside its buffer. The page's words are in the negated part; no comparison is
; repeated there, but for those that are the promise itself.
;
; A byte of a buffer is named by how far it lies behind the buffer's start, o: see hostcall.smt2, also
; for what an exchange is.
;
; Left out: errors, strings, tokens, masks of events, and everything that the enclave remembers but for one
; descriptor, one child, one time.

(set-option :produce-unsat-assumptions true)
(set-logic QF_BV)
(set-info :bound |all values of 64 bits|)

; --- The checks: what the design rests on. Each is an assumption that can be turned round. ----------

(declare-const descriptor-fits-int Bool)
(declare-const descriptor-is-new Bool)
(declare-const descriptor-at-least-asked Bool)
(declare-const duplicate-as-asked Bool)
(declare-const position-as-set Bool)
(declare-const size-not-negative Bool)
(declare-const record-not-empty Bool)
(declare-const records-end-at-count Bool)
(declare-const offset-moves-by-count Bool)
(declare-const control-at-most-given Bool)
(declare-const control-message-within Bool)
(declare-const data-outside-enclave Bool)
(declare-const address-copy-fits Bool)
(declare-const address-at-most-storage Bool)
(declare-const option-at-most-given Bool)
(declare-const ready-as-marked Bool)
(declare-const ready-at-most-asked Bool)
(declare-const remaining-at-most-asked Bool)
(declare-const clock-not-back Bool)
(declare-const nanoseconds-below-second Bool)
(declare-const woken-at-most-asked Bool)
(declare-const child-is-own Bool)
(declare-const nobody-only-if-nohang Bool)
(declare-const pid-stays Bool)

; --- Values. --------------------------------------------------------------------------------------

(define-sort Word () (_ BitVec 64))
(define-fun zero () Word (_ bv0 64))
(define-fun smaller ((a Word) (b Word)) Word (ite (bvult a b) a b))
; man 2 intro: the results that are errors.
(define-fun error ((ret Word)) Bool (bvule (bvneg (_ bv4095 64)) ret))
; What an int keeps of a value: its low half, with the sign.
(define-fun to-int ((v Word)) Word ((_ sign_extend 32) ((_ extract 31 0) v)))
(define-fun non-negative ((v Word)) Bool (bvsle zero v))
; A count of bytes or entries in an array of so many.
(define-fun up-to ((v Word) (most Word)) Bool (and (bvsle zero v) (bvsle v most)))

; --- Questions. ------------------------------------------------------------------------------------

(declare-const ret Word)
(declare-const open Word)
(declare-const least Word)
(declare-const asked Word)
(declare-const moved Word)
(declare-const first Word)
(declare-const second Word)
(declare-const length Word)
(declare-const room Word)
(declare-const o Word)
(declare-const p Word)
(declare-const base Word)
(declare-const top Word)
(declare-const mark Word)
(declare-const seen Word)
(declare-const now Word)
(declare-const child Word)

(set-info :claim |iago/wide-values|)

; The caller keeps it in an int: 2^32 + 3 would become 3.
(push 1)
(set-info :obligation |a new descriptor that passes is an int, and none that was open|)
(set-info :exchange |open flags=0; ret=ret; fds=open|)
(assert (and (not (error ret)) (=> descriptor-fits-int (and (bvsle zero ret) (= (to-int ret) ret)))
             (=> descriptor-is-new (distinct ret open)) (up-to open (_ bv1023 64))
             (not (and (up-to ret (_ bv2147483647 64)) (distinct (to-int ret) open)))))
(check-sat-assuming (descriptor-fits-int descriptor-is-new))
(pop 1)

(push 1)
(set-info :obligation |a duplicate that passes is at least the number asked for|)
(set-info :exchange |fcntl fd=0 cmd=0 min=least; ret=ret; fds=0|)
(assert (and (not (error ret)) (bvslt zero ret) (= (to-int ret) ret) (up-to least (_ bv1024 64))
             (=> descriptor-at-least-asked (bvsle least ret))
             (not (bvsge (bvsub ret least) zero))))
(check-sat-assuming (descriptor-at-least-asked))
(pop 1)

(push 1)
(set-info :obligation |a duplicate has the number that was chosen|)
(set-info :exchange |dup2 fd=3 new=asked; ret=ret|)
(assert (and (not (error ret)) (up-to asked (_ bv1024 64)) (=> duplicate-as-asked (= ret asked))
             (not (= zero (bvxor ret asked)))))
(check-sat-assuming (duplicate-as-asked))
(pop 1)

(push 1)
(set-info :obligation |a position that was set is told|)
(set-info :exchange |lseek fd=3 offset=asked whence=0; ret=ret|)
(assert (and (not (error ret)) (non-negative asked) (=> position-as-set (= ret asked)) (non-negative ret)
             (not (= zero (bvsub ret asked)))))
(check-sat-assuming (position-as-set))
(pop 1)

(push 1)
(set-info :obligation |a position, or a size, has no sign|)
(set-info :exchange |lseek fd=3 offset=zero whence=2; ret=ret|)
(assert (and (not (error ret)) (=> size-not-negative (bvsle zero ret))
             (not (= #b0 ((_ extract 63 63) ret)))))
(check-sat-assuming (size-not-negative))
(pop 1)

; One record, or two: a reader that adds their lengths comes to the end, and not beyond.
(push 1)
(set-info :obligation |the records of a directory are not empty and end where its bytes end|)
(set-info :exchange |getdents fd=3 buf=4096 count=length; ret=ret reclen0=first reclen1=second|)
(assert (and (not (error ret)) (up-to length (_ bv65536 64)) (up-to ret length) (distinct ret zero)
             (=> record-not-empty (and (distinct first zero)
                                       (=> (distinct first ret) (distinct second zero))))
             (=> records-end-at-count
                 (or (= first ret) (and (bvsle zero first) (bvsle first ret) (= second (bvsub ret first)))))
             (not (or (= first ret) (and (bvult zero first) (bvult first ret) (bvult zero second)
                                (= ret (bvadd first second)))))))
(check-sat-assuming (record-not-empty records-end-at-count))
(pop 1)

(push 1)
(set-info :obligation |the offset of a file moves by what was sent|)
(set-info :exchange |sendfile fd=3 offset=asked count=length; ret=ret offset=moved|)
(assert (and (not (error ret)) (up-to length (_ bv65536 64)) (up-to ret length) (=> offset-moves-by-count (= moved (bvadd asked ret)))
             (not (= ret (bvsub moved asked)))))
(check-sat-assuming (offset-moves-by-count))
(pop 1)

(push 1)
(set-info :obligation |control data and its first message stay within their buffer|)
(set-info :exchange |recvmsg fd=3 buf=4096 iov0=8 iov1=8 control=8192 controllen=room; ret=zero controllen=length cmsg_len=first ptr=zero; enclave=4096..1048576|)
(assert (and (up-to room (_ bv4096 64)) (=> control-at-most-given (bvule length room))
             (=> control-message-within (bvule first length)) (or (bvult o length) (bvult o first))
             (bvult o (_ bv65536 64))
             (not (bvult o room))))
(check-sat-assuming (control-at-most-given control-message-within))
(pop 1)

; The host says where the bytes lie: p. The largest address is nobody's: p + ret may be 0.
(push 1)
(set-info :obligation |no byte of the enclave is taken for a message|)
(set-info :exchange |recvmsg fd=3 buf=base iov0=8 iov1=8 control=base controllen=8; ret=ret controllen=zero cmsg_len=zero ptr=p; enclave=base..top|)
(assert (and (bvult base top) (up-to ret (_ bv16 64)) (bvult o ret)
             (=> data-outside-enclave
                 (or (= ret zero) (and (bvule p (bvadd p ret)) (or (bvule top p) (bvule (bvadd p ret) base)))))
             (not (not (and (bvule base (bvadd p o)) (bvult (bvadd p o) top))))))
(check-sat-assuming (data-outside-enclave))
(pop 1)

; man 7 socket: struct sockaddr_storage has 128 bytes.
(push 1)
(set-info :obligation |of an address no more is copied than its buffer holds, and none is longer than any|)
(set-info :exchange |accept fd=3 buf=4096 addrlen=room; ret=4 addrlen=length; fds=3|)
(assert (and (up-to room (_ bv128 64)) (=> address-at-most-storage (bvule length (_ bv128 64)))
             (bvult o (ite address-copy-fits (smaller length room) length))
             (not (and (bvult o room) (bvule length (_ bv128 64))))))
(check-sat-assuming (address-copy-fits address-at-most-storage))
(pop 1)

(push 1)
(set-info :obligation |an option stays within its buffer|)
(set-info :exchange |getsockopt fd=3 buf=4096 optlen=room; ret=zero optlen=length|)
(assert (and (up-to room (_ bv4096 64)) (=> option-at-most-given (bvule length room)) (bvult o length)
             (not (bvult o room))))
(check-sat-assuming (option-at-most-given))
(pop 1)

; The first entry is marked or not, and any of the others; that ret is
; at most their number is checked before, and not at stake here.
(push 1)
(set-info :obligation |as many entries are ready as are marked|)
(set-info :exchange |poll buf=4096 nfds=length events0=1 timeout_us=0; ret=ret revents0=mark remaining_us=zero|)
(assert (and (not (error ret)) (bvult zero length) (up-to length (_ bv1024 64)) (bvule mark (_ bv1 64))
             (bvule ret length)
             (=> ready-as-marked (and (bvsge ret mark) (bvsle (bvsub ret mark) (bvsub length (_ bv1 64)))))
             (not (and (up-to ret length) (bvule mark ret) (=> (= mark zero) (bvult ret length))))))
(check-sat-assuming (ready-as-marked))
(pop 1)

(push 1)
(set-info :obligation |no more events come than there is room for|)
(set-info :exchange |epoll_wait fd=3 buf=4096 maxevents=room; ret=ret data0=4096; tokens=4096|)
(assert (and (not (error ret)) (up-to room (_ bv4096 64)) (=> ready-at-most-asked (bvule ret room)) (bvult o ret)
             (not (bvult o room))))
(check-sat-assuming (ready-at-most-asked))
(pop 1)

(push 1)
(set-info :obligation |no more time remains than was asked for|)
(set-info :exchange |nanosleep timeout_us=asked; ret=zero remaining_us=length|)
(assert (and (non-negative asked)
             (not (up-to (ite remaining-at-most-asked (smaller length asked) length) asked))))
(check-sat-assuming (remaining-at-most-asked))
(pop 1)

(push 1)
(set-info :obligation |the monotonic clock does not run back, and has nanoseconds|)
(set-info :exchange |clock_gettime clock=1; ret=zero ns=now nsec=second; last_ns=seen|)
(assert (and (non-negative seen) (=> clock-not-back (bvsge now seen))
             (=> nanoseconds-below-second (bvule second (_ bv999999999 64)))
             (not (and (non-negative now) (bvuge now seen) (up-to second (_ bv999999999 64))))))
(check-sat-assuming (clock-not-back nanoseconds-below-second))
(pop 1)

(push 1)
(set-info :obligation |no more are woken than were asked for, or one|)
(set-info :exchange |futex op=1 val=asked; ret=ret|)
(assert (and (not (error ret)) (up-to asked (_ bv65536 64)) (=> woken-at-most-asked (bvule ret (ite (= asked zero) (_ bv1 64) asked)))
             (not (or (up-to ret asked) (= ret (_ bv1 64))))))
(check-sat-assuming (woken-at-most-asked))
(pop 1)

(push 1)
(set-info :obligation |who was waited for is a child and the one asked for; nobody, only if not to wait was asked|)
(set-info :exchange |wait4 pid=asked options=length; ret=ret; children=child|)
(assert (and (not (error ret)) (bvult zero child) (bvult child (_ bv4194304 64)) (bvule length (_ bv1 64))
             (=> child-is-own (or (= ret zero) (and (= ret child) (or (bvsle asked zero) (= asked ret)))))
             (=> nobody-only-if-nohang (or (distinct ret zero) (= length (_ bv1 64))))
             (not (ite (= ret zero) (= length (_ bv1 64)) (and (= ret child) (=> (bvslt zero asked) (= asked child)))))))
(check-sat-assuming (child-is-own nobody-only-if-nohang))
(pop 1)

(push 1)
(set-info :obligation |a process keeps its number|)
(set-info :exchange |getpid; ret=ret; pid=seen|)
(assert (and (not (error ret)) (bvult zero seen) (bvult seen (_ bv4194304 64)) (=> pid-stays (and (= ret seen) (bvslt zero ret)))
             (not (= zero (bvxor ret seen)))))
(check-sat-assuming (pid-stays))
(pop 1)
