package org.lagroups.fileshare.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** All verdicts of this node's person. */
public final class VerdictBook {

  private final VerdictStore store;
  private final Standing standing;
  private final Map<Key, Verdict> verdicts = new TreeMap<>();

  private record Key(GroupId group, NodeId publisher, MerkleRoot root) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::group).thenComparing(Key::publisher).thenComparing(Key::root);

    static Key of(Verdict verdict) {
      return new Key(verdict.group(), verdict.publisher(), verdict.root());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** Begins with the verdicts that {@code store} has kept. */
  public VerdictBook(Collection<Verdict> kept, VerdictStore store, Standing standing) {
    this.store = store;
    this.standing = standing;
    kept.forEach(verdict -> verdicts.put(Key.of(verdict), verdict));
  }

  /** Enters a verdict. A bad one withdraws this node's attestation of the publisher. */
  public void decide(Verdict verdict) {
    Verdict before = verdicts.put(Key.of(verdict), verdict);
    store.save(verdict);
    if (verdict.good()) {
      if (before != null && !before.good()) {
        restoreIfBlameless(verdict.group(), verdict.publisher());
      }
    } else {
      standing.withdraw(
          verdict.group(),
          verdict.publisher(),
          new Reason(ReasonCode.BAD_CONTENT, verdict.reason()));
    }
  }

  /** Takes back the verdicts on this content, and what followed from them; answers which. */
  public List<Verdict> undo(MerkleRoot root) {
    List<Verdict> undone =
        verdicts.values().stream().filter(verdict -> verdict.root().equals(root)).toList();
    for (Verdict verdict : undone) {
      verdicts.remove(Key.of(verdict));
      store.remove(verdict);
      if (!verdict.good()) {
        restoreIfBlameless(verdict.group(), verdict.publisher());
      }
    }
    return undone;
  }

  /** All verdicts, by group, publisher and root. */
  public List<Verdict> all() {
    return List.copyOf(verdicts.values());
  }

  /** The verdict on what a publisher published. */
  public Optional<Verdict> verdict(GroupId group, NodeId publisher, MerkleRoot root) {
    return Optional.ofNullable(verdicts.get(new Key(group, publisher, root)));
  }

  /**
   * Whether a result is not to be shown: something of its publisher, or the same content from
   * anyone, was found bad in the group.
   */
  public boolean hides(GroupId group, NodeId publisher, MerkleRoot root) {
    return verdicts.values().stream()
        .anyMatch(verdict ->
            !verdict.good()
                && verdict.group().equals(group)
                && (verdict.publisher().equals(publisher) || verdict.root().equals(root)));
  }

  private void restoreIfBlameless(GroupId group, NodeId publisher) {
    boolean isBlamed =
        verdicts.values().stream()
            .anyMatch(verdict ->
                !verdict.good()
                    && verdict.group().equals(group)
                    && verdict.publisher().equals(publisher));
    if (!isBlamed) {
      standing.restore(group, publisher);
    }
  }
}
