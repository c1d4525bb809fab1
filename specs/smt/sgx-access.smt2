; The access check of SGX, for every address, every walk and every entry of the EPCM.
;
; What is described: what becomes of one byte that a processor loads, stores or fetches when it keeps no
; translation for it (Intel SDM vol. 3D, "Access control"), and of a debug read. The operating system has
; chosen what the walk gives: whether there is a translation, its rights, the physical address. It has
; also chosen which page of the EPC stands there, and so which entry of the EPCM is looked at: any.
;
; An access of several bytes is one of each of its bytes, so that one which straddles two pages is judged
; by both: no step of the check speaks of a length.
;
; A claim's question asks for an access that is done and ought not to be. It speaks of whose page was
; reached, and never of the check that is to prevent it.
;
; Left out: translations that are kept (who drops them, and when, is what the leaves are for), registers,
; contents, and who makes the entries. Entries that no leaf of the first version makes (PENDING,
; MODIFIED, PT_TRIM) are among "any"; what EADD makes of a TCS is said where a proof rests on it.

(set-option :produce-unsat-assumptions true)
(set-logic ALL)
(set-info :bound |every access that no kept translation serves: all addresses of 64 bits, every walk, every EPCM entry|)

; --- The checks: what the design rests on. Each is an assumption that can be turned round. ----------

(declare-const abort-page Bool)
(declare-const no-fetch-outside-elrange Bool)
(declare-const elrange-must-be-epc Bool)
(declare-const page-type-check Bool)
(declare-const blocked-stops-fill Bool)
(declare-const pending-stops-fill Bool)
(declare-const modified-stops-fill Bool)
(declare-const epcm-owner-check Bool)
(declare-const epcm-address-check Bool)
(declare-const epcm-permission-check Bool)
(declare-const tcs-permissions-forced-off Bool)
(declare-const edbgrd-debug-enclave Bool)

; --- Words, rights, entries. -----------------------------------------------------------------------

(define-sort Word () (_ BitVec 64))
(declare-datatypes ((Use 0)) (((load) (store) (fetch))))
(declare-datatypes ((Type 0)) (((secs) (tcs) (reg) (va) (trim))))
(declare-datatypes ((Rights 0)) (((rights (r Bool) (w Bool) (x Bool)))))
(declare-datatypes ((Entry 0))
  (((entry (valid Bool) (type Type) (owner Word) (address Word) (gives Rights)
           (blocked Bool) (pending Bool) (modified Bool)))))
(declare-datatypes ((Outcome 0))
  (((done) (aborted) (page-fault) (sgx-fault) (protection-fault))))

(define-fun page ((a Word)) Word (bvand a (bvnot #x0000000000000fff)))
(define-fun within ((a Word) (start Word) (length Word)) Bool (bvult (bvsub a start) length))

; Bits 63 to 47 are copies of one another: the sign of a number of 48 bits.
(define-fun canonical ((a Word)) Bool
  (= a ((_ sign_extend 16) ((_ extract 47 0) a))))

(define-fun allows ((g Rights) (u Use)) Bool
  (ite (= u load) (r g) (ite (= u store) (w g) (x g))))
(define-fun none ((g Rights)) Bool (not (or (r g) (w g) (x g))))

; Only pages that were added to an enclave have one: ENCLAVESECS says nothing of a SECS or of versions.
(define-fun belongs ((e Entry) (to Word)) Bool
  (and (distinct (type e) secs) (distinct (type e) va) (= (owner e) to)))
(define-fun stands ((e Entry) (at Word)) Bool
  (and (distinct (type e) secs) (distinct (type e) va) (= (address e) at)))

; --- The access. -----------------------------------------------------------------------------------

(declare-const in-enclave Bool)
(declare-const active Word)             ; the SECS of the enclave that the processor runs
(declare-const base Word)               ; its ELRANGE
(declare-const size Word)
(declare-const la Word)                 ; the linear address
(declare-const use Use)
(declare-const present Bool)            ; the walk
(declare-const pte Rights)
(declare-const pa Word)
(declare-const epc Word)                ; the enclave page cache
(declare-const epc-size Word)
(declare-const e Entry)                 ; of the page at pa, when it lies in the EPC

(define-fun inside () Bool (and in-enclave (within la base size)))
(define-fun cached () Bool (within pa epc epc-size))

; --- The check, in its order. ----------------------------------------------------------------------

(define-fun refused-by-epcm () Bool
  (or (not (valid e))
      (and page-type-check (distinct (type e) reg))
      (and blocked-stops-fill (blocked e))
      (and pending-stops-fill (pending e))
      (and modified-stops-fill (modified e))
      (and epcm-owner-check (not (belongs e active)))
      (and epcm-address-check (not (stands e (page la))))
      (and epcm-permission-check (not (allows (gives e) use)))))

(define-fun outcome () Outcome
  (ite (not (canonical la)) protection-fault
  (ite (not (and present (allows pte use))) page-fault
  (ite (and inside (not cached)) (ite elrange-must-be-epc page-fault done)
  (ite inside (ite refused-by-epcm sgx-fault done)
  (ite (and in-enclave (= use fetch) no-fetch-outside-elrange) protection-fault
  (ite (and cached abort-page) aborted
       done)))))))

; A debug read is of a page that was added to an enclave, and names it by its frame.
(declare-const debug Bool)              ; ATTRIBUTES.DEBUG of the enclave that the page belongs to
(define-fun debug-read () Bool
  (and cached (valid e) (or (= (type e) reg) (= (type e) tcs)) (=> edbgrd-debug-enclave debug)))

; --- What leaves make. -----------------------------------------------------------------------------

(define-fun added () Bool
  (=> (and tcs-permissions-forced-off (= (type e) tcs)) (none (gives e))))

; What the leaves of the first version make of memory. Nothing is proved from it; it is for asking for
; an exception that can be shown.
(define-fun made-by-leaves () Bool
  (and added
       (not (pending e)) (not (modified e)) (distinct (type e) trim)
       (=> (blocked e) (or (= (type e) reg) (= (type e) tcs)))
       (=> (w (gives e)) (or (r (gives e)) (= (type e) tcs)))
       (bvuge size #x0000000000004000) (bvule size #x0000000010000000)
       (= (bvand size (bvsub size #x0000000000000001)) #x0000000000000000)
       (= (bvand base (bvsub size #x0000000000000001)) #x0000000000000000)
       (canonical base) (within (address e) base size) (= (address e) (page (address e)))))

; --- Questions. ------------------------------------------------------------------------------------

(set-info :claim |sgx/outside-cannot-read|)

(push 1)
(set-info :obligation |outside enclave mode no page of the EPC is read, written or executed|)
(assert (and (not in-enclave) cached (valid e)
             (not (distinct outcome done))))
(check-sat-assuming (abort-page))
(pop 1)

(push 1)
(set-info :obligation |at its own addresses an enclave gets no page that is not its own|)
(assert (and inside cached (valid e) (not (belongs e active))
             (not (distinct outcome done))))
(check-sat-assuming (epcm-owner-check))
(pop 1)

(push 1)
(set-info :obligation |at other addresses an enclave gets no page of another|)
(assert (and in-enclave (not inside) cached (valid e) (not (belongs e active))
             (not (distinct outcome done))))
(check-sat-assuming (abort-page))
(pop 1)

(push 1)
(set-info :obligation |a debug read is of an enclave that is for debugging|)
(assert (and debug-read
             (not debug)))
(check-sat-assuming (edbgrd-debug-enclave))
(pop 1)

(set-info :claim |sgx/inside-can-read-outside|)

(push 1)
(set-info :obligation |an enclave executes nothing outside its addresses|)
(assert (and in-enclave (not inside) (= use fetch)
             (not (distinct outcome done))))
(check-sat-assuming (no-fetch-outside-elrange))
(pop 1)

(push 1)
(set-info :obligation |an enclave reads and writes ordinary memory that is mapped for it|)
(assert (and in-enclave (not inside) (not cached) (distinct use fetch)
             (canonical la) present (allows pte use)
             (not (= outcome done))))
(check-sat-assuming ())
(pop 1)

(set-info :claim |sgx/mapping-cannot-lie|)

(push 1)
(set-info :obligation |what an enclave reaches at its addresses lies in the EPC|)
(assert (and inside (= outcome done)
             (not cached)))
(check-sat-assuming (elrange-must-be-epc))
(pop 1)

(push 1)
(set-info :obligation |it is a page of the enclave|)
(assert (and inside cached (= outcome done)
             (not (belongs e active))))
(check-sat-assuming (epcm-owner-check))
(pop 1)

(push 1)
(set-info :obligation |it is the page of this address|)
(assert (and inside cached (= outcome done)
             (not (stands e (page la)))))
(check-sat-assuming (epcm-address-check))
(pop 1)

(push 1)
(set-info :obligation |the page has the right|)
(assert (and inside cached (= outcome done)
             (not (allows (gives e) use))))
(check-sat-assuming (epcm-permission-check))
(pop 1)

(push 1)
(set-info :obligation |it is a regular page|)
(assert (and inside cached (= outcome done)
             (not (= (type e) reg))))
(check-sat-assuming (page-type-check))
(pop 1)

; Two walls: were types not looked at, a TCS would still have no right that anything could use.
(push 1)
(set-info :obligation |it is no TCS, by its rights alone|)
(assert (and inside cached added (= outcome done)
             (not (distinct (type e) tcs))))
(check-sat-assuming (epcm-permission-check tcs-permissions-forced-off))
(pop 1)
