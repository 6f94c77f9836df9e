package org.lagroups.wormguard.cooperate.protocol;

import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** Where what this node has decided survives a restart. Writes may happen later, but in order. */
public interface GuardStore {

  /** Keeps an opinion in place of an earlier one. */
  void save(Stored stored);

  /** Forgets one. */
  void remove(GroupId group, SignatureId id);

  /**
   * A signature and what this node makes of it, which is never open.
   *
   * @param judgedMillis wall-clock milliseconds since 1970-01-01 UTC
   */
  record Stored(SignedRecord signed, Opinion opinion, long judgedMillis) {}
}
