package org.lagroups.multicast.tree.child;

import java.util.Optional;
import org.lagroups.core.group.Contact;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.TreeEvent;
import org.lagroups.multicast.wire.TreeMessage;

/**
 * A node's wish for a better place. One at its parent's parent it gets by merit: shown with the
 * transcript of the parent's group, when it may be granted. Elsewhere it may have what newcomers
 * get: a place that is open anyway.
 */
public final class Rising {

  /** So many beats pass between two attempts, and up to as many again. */
  private static final int BEATS_BETWEEN = 20;

  /** So many levels nearer to the source a place is worth the search that comes with moving. */
  private static final int LEVELS_WON = 2;

  private final Ground ground;
  private final Seeking seeking;
  private long upSinceMillis;
  private long nextMillis;
  private int number = -1;

  public Rising(Ground ground, Seeking seeking) {
    this.ground = ground;
    this.seeking = seeking;
    fell();
  }

  /** Uptime begins anew. */
  public void fell() {
    upSinceMillis = ground.now();
    pause();
  }

  /** Asks for a better place if it is time and there may be one. */
  public void beat() {
    Optional<Parent> parent = ground.position().parent();
    if (ground.settings().isRising()
        && ground.now() >= nextMillis
        && !seeking.isBusy()
        && parent.isPresent()) {
      rise(parent.get());
    }
  }

  /** An answer, if it is to this; the place is taken. */
  public boolean onPlace(NodeId from, TreeMessage.Place place) {
    Optional<Contact> above = above().filter(contact -> contact.node().equals(from));
    if (place.number() != number || above.isEmpty() || seeking.isBusy()) {
      return false;
    }
    number = -1;
    ground.count(TreeEvent.RISEN);
    seeking.rise(above.get(), place);
    return true;
  }

  private void rise(Parent parent) {
    if (isWorthAsking(parent)) {
      pause();
      ground
          .ports()
          .groups()
          .transcript(
              parent.group(),
              ground.settings().leastSigners(),
              proof -> proof.ifPresent(transcript -> ask(parent, transcript)));
    } else if (isTooLow(parent)) {
      pause();
      seeking.rise(parent);
    }
  }

  /** Whether newcomers get places that are clearly nearer to the source, as far as known. */
  private boolean isTooLow(Parent parent) {
    return parent.openDepth() + LEVELS_WON <= ground.position().stand().depth()
        && ground.now() - upSinceMillis >= ground.settings().leastUptimeMillis();
  }

  private boolean isWorthAsking(Parent parent) {
    long uptime = ground.now() - upSinceMillis;
    int wanted = ground.position().stand().depth() - 1;
    return wanted >= 1
        && !parent.ancestors().isEmpty()
        && uptime >= ground.settings().leastUptimeMillis(wanted)
        && Ground.score(uptime, ground.ownBitsPerSecond()) >= parent.barAbove();
  }

  private void ask(Parent asked, Transcript transcript) {
    boolean isSame = ground.position().parent().filter(parent -> parent == asked).isPresent();
    Optional<Contact> above = above();
    if (isSame && above.isPresent() && !seeking.isBusy()) {
      number = seeking.nextNumber();
      ground.send(
          above.get().node(),
          new TreeMessage.Climb(
              ground.stream(),
              number,
              ground.self().addresses(),
              ground.ownBitsPerSecond(),
              transcript));
    }
  }

  private Optional<Contact> above() {
    return ground.position().parent().flatMap(parent -> parent.ancestors().stream().findFirst());
  }

  private void pause() {
    long beats = (long) BEATS_BETWEEN + ground.ports().host().random().nextInt(BEATS_BETWEEN);
    nextMillis = ground.now() + beats * ground.settings().beatMillis();
  }
}
