package org.lagroups.wormguard.learn.signature;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.learn.benign.BenignFilter;
import org.lagroups.wormguard.learn.check.CheckedEvidence;
import org.lagroups.wormguard.learn.check.EvidenceCheck;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.address.Variables;

/** Makes signatures of samples. */
public final class SignatureMaker {

  /** Content with fewer different bytes says nothing: padding, or a run of one letter. */
  private static final int LEAST_DIFFERENT_BYTES = 8;

  private static final int NEARLY_ALL_OF_TEN = 9;

  /** The longest content that is signed: as long as is found in a stream however it was cut. */
  private static final int MOST_BYTES = 1_024;

  private static final int STEP_BYTES = 256;

  private final int leastBytes;
  private final int unknownBytes;
  private final BenignFilter benign;
  private final MatcherCompiler compiler;
  private final KnownContents known = new KnownContents();

  /**
   * With no signature made.
   *
   * @param leastBytes the shortest content that is signed
   * @param unknownBytes how long a stretch of it has to be that benign traffic does not know; no
   *     more than {@code leastBytes} count
   */
  public SignatureMaker(
      int leastBytes, int unknownBytes, BenignFilter benign, MatcherCompiler compiler) {
    this.leastBytes = leastBytes;
    this.unknownBytes = Math.min(unknownBytes, leastBytes);
    this.benign = benign;
    this.compiler = compiler;
  }

  /** Whether a payload has the content of a signature that was made before. */
  public boolean isKnown(Bytes payload) {
    return known.isIn(payload);
  }

  /**
   * Makes one, of the longest content that nine samples of ten have, as some may have got among
   * them by chance or by malice.
   *
   * @param samples at least one; all of one protocol
   */
  public MadeSignature make(List<PayloadSample> samples, OutbreakCounts counts) {
    List<Bytes> payloads = samples.stream().map(PayloadSample::payload).toList();
    int needed = Math.ceilDiv(NEARLY_ALL_OF_TEN * samples.size(), 10);
    if (known.isInSoMany(payloads, needed)) {
      return new MadeSignature.NotMade(MadeSignature.Reason.KNOWN);
    }
    Optional<Bytes> content = new InvariantContent(payloads, needed).longest(this::isWorthSigning);
    if (content.isEmpty()) {
      return new MadeSignature.NotMade(MadeSignature.Reason.NOTHING_NEW);
    }
    return make(samples, counts, notTooLong(content.get()));
  }

  private MadeSignature make(List<PayloadSample> samples, OutbreakCounts counts, Bytes content) {
    long sid = sid(content);
    String rule = RuleText.of(SharedHeader.of(samples), content, sid);
    Evidence evidence = new Evidence(rule, counts, samples);
    boolean isMatched =
        EvidenceCheck.check(evidence, Variables.DEFAULTS, compiler)
                instanceof CheckedEvidence.Judged judged
            && judged.isMatched();
    if (!isMatched) {
      return new MadeSignature.NotMade(MadeSignature.Reason.NOT_MATCHED);
    }
    known.add(content, sid);
    return new MadeSignature.Made(
        new Signature(sid, content, evidence, EvidenceDigest.of(evidence)));
  }

  /** The first part that is worth it, or the first one, if only all of it is. */
  private Bytes notTooLong(Bytes content) {
    for (int from = 0; from + MOST_BYTES <= content.length(); from += STEP_BYTES) {
      Bytes part = content.slice(from, from + MOST_BYTES);
      if (isWorthSigning(part)) {
        return part;
      }
    }
    return content.length() <= MOST_BYTES ? content : content.slice(0, MOST_BYTES);
  }

  /** By the content, so that gateways that learn the same number it alike. */
  private long sid(Bytes content) {
    long range = Signature.LAST_SID - Signature.FIRST_SID + 1;
    long number = 0;
    for (byte each : EvidenceDigest.of(content).hash().toArray()) {
      number = ((number << Byte.SIZE) | (each & 0xff)) % range;
    }
    while (known.hasSid(Signature.FIRST_SID + number)) {
      number = (number + 1) % range;
    }
    return Signature.FIRST_SID + number;
  }

  private boolean isWorthSigning(Bytes content) {
    if (content.length() < leastBytes) {
      return false;
    }
    byte[] bytes = content.toArray();
    boolean[] seen = new boolean[1 << Byte.SIZE];
    int different = 0;
    for (byte each : bytes) {
      different += seen[each & 0xff] ? 0 : 1;
      seen[each & 0xff] = true;
    }
    return different >= LEAST_DIFFERENT_BYTES
        && benign.longestUnknown(MemorySegment.ofArray(bytes), 0, bytes.length) >= unknownBytes;
  }
}
