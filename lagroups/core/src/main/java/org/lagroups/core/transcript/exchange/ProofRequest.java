package org.lagroups.core.transcript.exchange;

import java.util.Optional;
import org.lagroups.machine.Bytes;

/** What one member asks of another: a single byte. */
enum ProofRequest {
  /** The transcript of the member asked. */
  TRANSCRIPT(1),
  /** A snapshot of the group. */
  SNAPSHOT(2);

  private final int code;

  ProofRequest(int code) {
    this.code = code;
  }

  Bytes encoded() {
    return Bytes.wrapOwned(new byte[] {(byte) code});
  }

  /** Reads what {@link #encoded} writes, and nothing else. */
  static Optional<ProofRequest> decode(Bytes encoded) {
    for (ProofRequest request : values()) {
      if (request.encoded().equals(encoded)) {
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }
}
