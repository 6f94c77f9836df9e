package org.lagroups.wormguard.cooperate.record;

/** What came of reading a record. */
public sealed interface DecodedRecord {

  /** It is one. */
  record Accepted(SignatureRecord record) implements DecodedRecord {}

  /** It is none. */
  record Refused(RecordRefusal reason) implements DecodedRecord {}
}
