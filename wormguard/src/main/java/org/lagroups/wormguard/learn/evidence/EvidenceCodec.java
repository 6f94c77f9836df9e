package org.lagroups.wormguard.learn.evidence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.flow.Direction;

/**
 * Evidence to bytes and back. There is exactly one encoding of evidence, of numbers of fixed length
 * in network order and without compression; everything else is refused.
 *
 * <p>{@code "LAGE"}, version (1 byte), length of the rule (2), the rule, packets (8), sources (4),
 * destinations (4), scanners (4), first (8), last (8), number of samples (1), and of each sample:
 * IP version (1), protocol (1), marks (1), source port (2), destination port (2), length of the
 * payload (2), the payload. Marks are 1 to the server, 2 to the client, 4 established.
 */
public final class EvidenceCodec {

  /** The longest encoding: some 68 KiB. What is longer is not looked at. */
  public static final int MAX_BYTES =
      EvidenceCodec.FIXED_BYTES
          + Evidence.MAX_RULE_BYTES
          + Evidence.MAX_SAMPLES
              * (EvidenceCodec.SAMPLE_FIXED_BYTES + PayloadSample.MAX_PAYLOAD_BYTES);

  private static final int MAGIC = 0x4c414745;
  private static final byte VERSION = 1;
  private static final int FIXED_BYTES = 4 + 1 + 2 + 8 + 3 * 4 + 2 * 8 + 1;
  private static final int SAMPLE_FIXED_BYTES = 3 + 3 * 2;

  private static final int TO_SERVER = 1;
  private static final int TO_CLIENT = 2;
  private static final int ESTABLISHED = 4;

  private EvidenceCodec() {}

  /** The encoding of evidence. */
  public static Bytes encode(Evidence evidence) {
    ByteBuffer out = ByteBuffer.allocate(length(evidence));
    OutbreakCounts counts = evidence.counts();
    byte[] rule = evidence.rule().getBytes(StandardCharsets.US_ASCII);
    out.putInt(MAGIC).put(VERSION).putShort((short) rule.length).put(rule);
    out.putLong(counts.packets());
    out.putInt(counts.sources()).putInt(counts.destinations()).putInt(counts.scanners());
    out.putLong(counts.firstNanos()).putLong(counts.lastNanos());
    out.put((byte) evidence.samples().size());
    evidence.samples().forEach(sample -> put(out, sample));
    return Bytes.wrapOwned(out.array());
  }

  /** Reads what may be evidence; never throws, and takes no more memory than it was given. */
  public static DecodedEvidence decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return new DecodedEvidence.Refused(
          "has %d bytes; evidence has %d at most".formatted(encoded.length(), MAX_BYTES));
    }
    ByteBuffer in = encoded.asReadOnlyBuffer();
    try {
      Evidence evidence = read(in);
      return in.hasRemaining()
          ? new DecodedEvidence.Refused("goes on for %d bytes too many".formatted(in.remaining()))
          : new DecodedEvidence.Accepted(evidence);
    } catch (BufferUnderflowException _) {
      return new DecodedEvidence.Refused("is cut short");
    } catch (IllegalArgumentException e) {
      return new DecodedEvidence.Refused("is wrong: " + e.getMessage());
    }
  }

  private static int length(Evidence evidence) {
    int length = FIXED_BYTES + evidence.rule().length();
    for (PayloadSample sample : evidence.samples()) {
      length += SAMPLE_FIXED_BYTES + sample.payload().length();
    }
    return length;
  }

  private static void put(ByteBuffer out, PayloadSample sample) {
    out.put((byte) sample.ipVersion()).put((byte) sample.protocol().number()).put(marks(sample));
    out.putShort((short) sample.sourcePort()).putShort((short) sample.destinationPort());
    out.putShort((short) sample.payload().length()).put(sample.payload().asReadOnlyBuffer());
  }

  private static byte marks(PayloadSample sample) {
    int direction =
        sample.direction().map(way -> way == Direction.TO_SERVER ? TO_SERVER : TO_CLIENT).orElse(0);
    return (byte) (direction | (sample.isEstablished() ? ESTABLISHED : 0));
  }

  private static Evidence read(ByteBuffer in) {
    if (in.getInt() != MAGIC || in.get() != VERSION) {
      throw new IllegalArgumentException("this is no evidence, or of another version");
    }
    String rule =
        new String(bytes(in, u16(in), Evidence.MAX_RULE_BYTES), StandardCharsets.ISO_8859_1);
    OutbreakCounts counts =
        new OutbreakCounts(
            in.getLong(), in.getInt(), in.getInt(), in.getInt(), in.getLong(), in.getLong());
    int count = in.get() & 0xff;
    if (count > Evidence.MAX_SAMPLES) {
      throw new IllegalArgumentException("there are %d samples".formatted(count));
    }
    List<PayloadSample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      samples.add(sample(in));
    }
    return new Evidence(rule, counts, samples);
  }

  private static PayloadSample sample(ByteBuffer in) {
    int version = in.get();
    PayloadProtocol protocol = PayloadProtocol.of(in.get() & 0xff);
    int marks = in.get();
    return new PayloadSample(
        version,
        protocol,
        u16(in),
        u16(in),
        direction(marks),
        (marks & ESTABLISHED) != 0,
        Bytes.wrapOwned(bytes(in, u16(in), PayloadSample.MAX_PAYLOAD_BYTES)));
  }

  private static Optional<Direction> direction(int marks) {
    return switch (marks & ~ESTABLISHED) {
      case 0 -> Optional.empty();
      case TO_SERVER -> Optional.of(Direction.TO_SERVER);
      case TO_CLIENT -> Optional.of(Direction.TO_CLIENT);
      default -> throw new IllegalArgumentException("marks %d have no meaning".formatted(marks));
    };
  }

  private static int u16(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }

  private static byte[] bytes(ByteBuffer in, int length, int most) {
    if (length > most) {
      throw new IllegalArgumentException(
          "a part has %d bytes, and may have %d".formatted(length, most));
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
