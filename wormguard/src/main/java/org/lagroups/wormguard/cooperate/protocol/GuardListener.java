package org.lagroups.wormguard.cooperate.protocol;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/** Hears what becomes of signatures. On the node's machine thread. */
public interface GuardListener {

  /** A signature has come to another phase, or is endorsed by more or fewer. */
  void changed(GroupId group, SignatureId id, Phase before, Standing now);

  /**
   * What is enforced has changed.
   *
   * @param signatures all of it, in the order of groups and IDs; none of them is a dry run
   */
  void enforced(List<EnforcedSignature> signatures);
}
