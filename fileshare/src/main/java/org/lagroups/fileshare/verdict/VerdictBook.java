package org.lagroups.fileshare.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * All verdicts of this node's person.
 *
 * <p>What follows from a bad one is drawn once, and written down as drawn: what the person says of
 * the publisher afterwards counts more, and no restart brings a lifted ban back. Joining the group
 * again draws it anew, as leaving it has forgotten the ban.
 */
public final class VerdictBook {

  /** The most verdicts kept. */
  public static final int MAX_VERDICTS = 100_000;

  private final VerdictStore store;
  private final Standing standing;
  private final Map<Key, KeptVerdict> verdicts = new TreeMap<>();
  private final BadFiles bad = new BadFiles();

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
  public VerdictBook(Collection<KeptVerdict> kept, VerdictStore store, Standing standing) {
    this.store = store;
    this.standing = standing;
    kept.forEach(this::enter);
  }

  /**
   * Enters a verdict. A bad one withdraws this node's attestation of the publisher.
   *
   * @throws IllegalStateException if there are {@link #MAX_VERDICTS} already
   */
  public void decide(Verdict verdict) {
    KeptVerdict before = verdicts.get(Key.of(verdict));
    if (before == null && verdicts.size() >= MAX_VERDICTS) {
      throw new IllegalStateException("there are 100000 verdicts already; undo old ones");
    }
    save(new KeptVerdict(verdict, verdict.good() ? Effect.NONE : draw(verdict)));
    if (verdict.good() && before != null && before.isPlaced()) {
      restoreIfBlameless(verdict.group(), verdict.publisher());
    }
  }

  /** Takes back the verdicts on this content, and what followed from them; answers which. */
  public List<Verdict> undo(MerkleRoot root) {
    List<KeptVerdict> undone =
        verdicts.values().stream().filter(kept -> kept.verdict().root().equals(root)).toList();
    for (KeptVerdict kept : undone) {
      Verdict verdict = kept.verdict();
      verdicts.remove(Key.of(verdict));
      bad.remove(kept);
      store.remove(verdict);
      if (kept.isPlaced()) {
        restoreIfBlameless(verdict.group(), verdict.publisher());
      }
    }
    return undone.stream().map(KeptVerdict::verdict).toList();
  }

  /**
   * This node has started, and belongs to these groups: it may have ended before all that follows
   * from a verdict was drawn.
   */
  public void resume(Set<GroupId> groups) {
    verdicts.keySet().stream()
        .map(Key::group)
        .filter(group -> !groups.contains(group))
        .distinct()
        .toList()
        .forEach(this::left);
    groups.forEach(this::joined);
  }

  /** This node has joined a group: draws what has not been drawn there yet. */
  public void joined(GroupId group) {
    change(
        kept -> kept.effect() == Effect.PENDING && kept.verdict().group().equals(group),
        kept -> kept.with(draw(kept.verdict())));
  }

  /** This node has left a group, and forgotten all bans there; a ban that was lifted stays so. */
  public void left(GroupId group) {
    change(
        kept -> kept.verdict().group().equals(group) && kept.effect() != Effect.LIFTED,
        kept -> kept.with(Effect.PENDING));
  }

  /** The person has banned a node himself, or has lifted its ban. */
  public void judged(GroupId group, NodeId node) {
    Effect now = standing.isBanned(group, node) ? Effect.COVERED : Effect.LIFTED;
    change(kept -> isOn(kept.verdict(), group, node), kept -> kept.with(now));
  }

  /** All verdicts, by group, publisher and root. */
  public List<Verdict> all() {
    return verdicts.values().stream().map(KeptVerdict::verdict).toList();
  }

  /** The verdict on what a publisher published. */
  public Optional<Verdict> verdict(GroupId group, NodeId publisher, MerkleRoot root) {
    return Optional.ofNullable(verdicts.get(new Key(group, publisher, root)))
        .map(KeptVerdict::verdict);
  }

  /**
   * Whether a result is not to be shown: the same content from anyone was found bad in the group,
   * or something of its publisher, unless the person has lifted the publisher's ban since. Takes
   * the same time however many verdicts there are.
   */
  public boolean hides(GroupId group, NodeId publisher, MerkleRoot root) {
    return bad.has(group, publisher, root);
  }

  /** Bans the publisher, unless the person has done so himself. */
  private Effect draw(Verdict verdict) {
    GroupId group = verdict.group();
    NodeId publisher = verdict.publisher();
    if (standing.isBanned(group, publisher) && !isBlamed(group, publisher)) {
      return Effect.COVERED;
    }
    Reason reason = new Reason(ReasonCode.BAD_CONTENT, verdict.reason());
    return standing.withdraw(group, publisher, reason) ? Effect.PLACED : Effect.PENDING;
  }

  private void change(Predicate<KeptVerdict> which, UnaryOperator<KeptVerdict> how) {
    List<KeptVerdict> chosen =
        verdicts.values().stream().filter(kept -> !kept.verdict().good()).filter(which).toList();
    for (KeptVerdict kept : chosen) {
      KeptVerdict now = how.apply(kept);
      if (!now.equals(kept)) {
        save(now);
      }
    }
  }

  private void save(KeptVerdict kept) {
    enter(kept);
    store.save(kept);
  }

  private void enter(KeptVerdict kept) {
    KeptVerdict before = verdicts.put(Key.of(kept.verdict()), kept);
    if (before != null) {
      bad.remove(before);
    }
    bad.add(kept);
  }

  private void restoreIfBlameless(GroupId group, NodeId publisher) {
    if (!isBlamed(group, publisher)) {
      standing.restore(group, publisher);
    }
  }

  private boolean isBlamed(GroupId group, NodeId publisher) {
    return verdicts.values().stream()
        .anyMatch(kept -> kept.isPlaced() && isOn(kept.verdict(), group, publisher));
  }

  private static boolean isOn(Verdict verdict, GroupId group, NodeId publisher) {
    return verdict.group().equals(group) && verdict.publisher().equals(publisher);
  }
}
