; Answers of a hostile host, for all words of 64 bits.
;
; What is described: the comparisons by which an enclave decides whether a new mapping, a number of
; bytes, or a size may be used, and the bytes that it then touches. A range is a start and a length;
; it may wrap past the last address. Byte b is in it when b - start < length, without signs, which is
; true of ranges that wrap as well: that is how a memory is, whatever a comparison thinks.
;
; Each question asks for a byte in the wrong place. A comparison by ends (p < top and base < p + n) is
; only right where p + n does not wrap, so each range needs two checks; that is what fails without
; the first of them.
;
; A byte of a buffer is named by how far it lies behind the buffer's start, o: memory looks the same
; from everywhere, so that o < length says that it is in the buffer.
;
; Left out: errors, and everything that the enclave remembers but for one live mapping: with several,
; each is this one. Descriptors, times, records: hostcall-values.smt2. The sum of a vector's lengths
; does not overflow: a kernel says EINVAL (man 2 readv), and so does the enclave before it asks.
;
; An exchange says which call and which answer an exception stands for; it is then played in the
; machine, where everything is the enclave's but the last byte, or what stands behind "enclave".

(set-option :produce-unsat-assumptions true)
(set-logic QF_BV)
(set-info :bound |all addresses, lengths and sums of 64 bits|)

; --- The checks: what the design rests on. Each is an assumption that can be turned round. ----------

(declare-const mapping-not-wrapped Bool)
(declare-const mapping-misses-enclave Bool)
(declare-const mapping-misses-live Bool)
(declare-const received-at-most-asked Bool)
(declare-const received-at-most-vectors Bool)
(declare-const sent-at-most-given Bool)
(declare-const sent-at-most-vectors Bool)
(declare-const truncated-copy-fits Bool)
(declare-const size-within-room Bool)

; --- Memory. --------------------------------------------------------------------------------------

(define-sort Word () (_ BitVec 64))
(define-fun zero () Word (_ bv0 64))

(define-fun in ((b Word) (start Word) (length Word)) Bool (bvult (bvsub b start) length))
(define-fun between ((b Word) (first Word) (end Word)) Bool (and (bvule first b) (bvult b end)))

; --- What the enclave compares. --------------------------------------------------------------------

(define-fun wraps ((p Word) (n Word)) Bool (and (distinct n zero) (bvule (bvadd p n) p)))
(define-fun meets ((p Word) (n Word) (first Word) (end Word)) Bool
  (and (distinct n zero) (bvult p end) (bvult first (bvadd p n))))

(define-fun mapping-passes ((p Word) (n Word) (base Word) (top Word) (live Word) (live-end Word)) Bool
  (and (=> mapping-not-wrapped (not (wraps p n)))
       (=> mapping-misses-enclave (not (meets p n base top)))
       (=> mapping-misses-live (not (meets p n live live-end)))))

(define-fun received-passes ((ret Word) (asked Word)) Bool
  (=> received-at-most-asked (bvule ret asked)))
(define-fun received-in-vectors-passes ((ret Word) (total Word)) Bool
  (=> received-at-most-vectors (bvule ret total)))
(define-fun sent-passes ((ret Word) (given Word)) Bool
  (=> sent-at-most-given (bvule ret given)))
(define-fun sent-from-vectors-passes ((ret Word) (total Word)) Bool
  (=> sent-at-most-vectors (bvule ret total)))

; man 2 intro: the results that are errors, of which there is no byte to be copied.
(define-fun error ((ret Word)) Bool (bvule (bvneg (_ bv4095 64)) ret))
; man 2 mmap: a mapping starts a page; the check for it is not at stake here.
(define-fun aligned ((p Word)) Bool (= zero (bvand p (_ bv4095 64))))

(define-fun smaller ((a Word) (b Word)) Word (ite (bvult a b) a b))
(define-fun copied ((ret Word) (size Word)) Word (ite truncated-copy-fits (smaller ret size) ret))
(define-fun taken ((n Word) (room Word)) Word (ite size-within-room (smaller n room) n))

; --- Questions. ------------------------------------------------------------------------------------

(declare-const b Word)
(declare-const p Word)
(declare-const n Word)
(declare-const base Word)
(declare-const top Word)
(declare-const live Word)
(declare-const live-end Word)
(declare-const o Word)
(declare-const ret Word)
(declare-const count Word)
(declare-const one Word)
(declare-const two Word)
(define-fun total () Word (bvadd one two))

(set-info :claim |iago/wide-words|)

(push 1)
(set-info :obligation |a mapping that passes has no byte of the enclave|)
(set-info :exchange |mmap size=n; ret=p; enclave=base..top live=live..live-end|)
(assert (and (aligned p) (not (error p)) (bvult base top) (bvult live live-end)))
(assert (and (mapping-passes p n base top live live-end) (in b p n)
             (not (not (between b base top)))))
(check-sat-assuming (mapping-not-wrapped mapping-misses-enclave))
(pop 1)

(push 1)
(set-info :obligation |a mapping that passes has no byte of a live one|)
(set-info :exchange |mmap size=n; ret=p; enclave=base..top live=live..live-end|)
(assert (and (aligned p) (not (error p)) (bvult base top) (bvult live live-end)))
(assert (and (mapping-passes p n base top live live-end) (in b p n)
             (not (not (between b live live-end)))))
(check-sat-assuming (mapping-not-wrapped mapping-misses-live))
(pop 1)

(push 1)
(set-info :obligation |what is copied of a count that passes stays within the buffer|)
(set-info :exchange |read fd=3 buf=4096 count=count; ret=ret|)
(assert (and (not (error ret)) (received-passes ret count) (bvult o ret)
             (not (bvult o count))))
(check-sat-assuming (received-at-most-asked))
(pop 1)

; Of the total of a vector the first buffer has "one"; the second has "two".
(push 1)
(set-info :obligation |what is scattered of a count that passes stays within the buffers|)
(set-info :exchange |readv fd=3 buf=4096 iov0=one iov1=two; ret=ret|)
(assert (and (bvule one total) (not (error ret)) (received-in-vectors-passes ret total) (bvult o ret)
             (not (or (bvult o one) (bvult (bvsub o one) two)))))
(check-sat-assuming (received-at-most-vectors))
(pop 1)

(push 1)
(set-info :obligation |the rest of a write whose count passes stays within the buffer|)
(set-info :exchange |write fd=3 buf=4096 count=count; ret=ret|)
(assert (and (not (error ret)) (sent-passes ret count) (bvult (bvsub o ret) (bvsub count ret))
             (not (bvult o count))))
(check-sat-assuming (sent-at-most-given))
(pop 1)

(push 1)
(set-info :obligation |the rest of a gathered write whose count passes stays within the buffers|)
(set-info :exchange |writev fd=3 buf=4096 iov0=one iov1=two; ret=ret|)
(assert (and (bvule one total) (not (error ret)) (sent-from-vectors-passes ret total)
             (bvult (bvsub o ret) (bvsub total ret))
             (not (bvult o total))))
(check-sat-assuming (sent-at-most-vectors))
(pop 1)

; With MSG_TRUNC (0x20) the real length comes back, which has no sign.
(push 1)
(set-info :obligation |of a truncated message no more is copied than the buffer holds|)
(set-info :exchange |recv fd=3 buf=4096 size=count flags=32; ret=ret|)
(assert (and (bvsle zero ret) (bvult o (copied ret count))
             (not (bvult o count))))
(check-sat-assuming (truncated-copy-fits))
(pop 1)

(push 1)
(set-info :obligation |no more stack is taken than there is|)
(set-info :exchange |ioctl fd=3 buf=4096 count=count; ret=zero value=n|)
(assert (and (bvult (bvsub o (bvsub count (taken n count))) (taken n count))
             (not (bvult o count))))
(check-sat-assuming (size-within-room))
(pop 1)
