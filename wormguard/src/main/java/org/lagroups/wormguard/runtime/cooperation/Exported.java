package org.lagroups.wormguard.runtime.cooperation;

import java.util.HexFormat;
import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.api.ExportedSignature;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** Reads what was exported. */
final class Exported {

  private Exported() {}

  /** The record, if it is one; its signature is not checked. */
  static Optional<SignedRecord> record(ExportedSignature body) {
    Optional<Bytes> signature =
        hex(body.signature()).filter(bytes -> bytes.length() == Signature.LENGTH);
    Optional<Bytes> encoded = hex(body.record());
    if (signature.isPresent()
        && encoded.isPresent()
        && RecordCodec.decode(encoded.get()) instanceof DecodedRecord.Accepted accepted) {
      return Optional.of(
          SignedRecord.of(accepted.record(), encoded.get(), new Signature(signature.get())));
    }
    return Optional.empty();
  }

  /** The bytes of hexadecimal digits, if they are that. */
  static Optional<Bytes> hex(String text) {
    try {
      return Optional.of(Bytes.wrapOwned(HexFormat.of().parseHex(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
