package org.lagroups.multicast.tree.child;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.child.Search.Offer;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.TreeEvent;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Purpose;
import org.lagroups.multicast.wire.TreeMessage.Why;
import org.lagroups.multicast.wire.place.Option;

/**
 * A node's way to a parent, or to another. The old one is kept until the new one has confirmed, so
 * that nothing is interrupted.
 */
public final class Seeking {

  private final Ground ground;
  private final Patience patience;
  private @Nullable Search search;
  private @Nullable Taking taking;
  private Optional<NodeId> former = Optional.empty();
  private int number;
  private boolean isChanged;

  public Seeking(Ground ground) {
    this.ground = ground;
    this.patience = new Patience(ground.settings(), ground.ports().host().random());
  }

  /** Whether something is under way that wants frequent ticks. */
  public boolean isBusy() {
    return search != null || taking != null || patience.isPausing();
  }

  /** Whether there is a new parent since this was asked the last time. */
  public boolean takeNews() {
    boolean had = isChanged;
    isChanged = false;
    return had;
  }

  /** A number that no search has had. */
  int nextNumber() {
    number = number == Integer.MAX_VALUE ? 0 : number + 1;
    return number;
  }

  /** Looks for a first place. */
  public void begin() {
    begin(Purpose.NEWCOMER, ground.guides().all(self()));
  }

  /** The parent is lost: looks for another, the grandparent first. */
  public void orphan(Parent lost) {
    ground.count(TreeEvent.ORPHANED);
    lose(lost);
    former = Optional.of(lost.node());
    patience.begin();
    if (taking == null) {
      begin(Purpose.ORPHAN, ground.guides().near(self(), lost));
    }
  }

  /** Dismissed by its parent: begins again, without those below. */
  public void fall(Parent from) {
    ground.count(TreeEvent.DISMISSED);
    lose(from);
    former = Optional.empty();
    begin(Purpose.NEWCOMER, ground.guides().above(self(), from));
  }

  /** The parent asks to move. */
  public void move(List<Option> options) {
    if (search == null && taking == null) {
      begin(Purpose.MOVING, options);
    }
  }

  /** A place one level up was given: takes it. */
  void rise(Contact contact, Place place) {
    if (search == null && taking == null) {
      take(contact, place);
    }
  }

  /** There are open places nearer to the source: looks for one, and goes on with what it has. */
  void rise(Parent parent) {
    if (!isBusy()) {
      begin(Purpose.NEWCOMER, ground.guides().above(self(), parent));
    }
  }

  /** Whoever was asked names others. */
  public void onRefer(NodeId from, TreeMessage.Refer refer) {
    if (search != null && search.number() == refer.number()) {
      search.referred(from, refer.options());
      step();
    }
  }

  /** A place was offered; one that is not wanted is given back. */
  public void onPlace(NodeId from, Place place) {
    boolean isWanted =
        search != null
            && search.number() == place.number()
            && isBetter(search, place)
            && search.offered(from, place, ground.now());
    if (isWanted) {
      step();
    } else {
      ground.count(TreeEvent.STRAY);
      decline(from);
    }
  }

  /** The confirmation, if this is from whom a place is being taken. */
  public boolean onPulse(NodeId from, TreeMessage.Pulse pulse) {
    Taking current = taking;
    if (current == null || !current.isFrom(from)) {
      return false;
    }
    if (current.confirm(pulse)) {
      settled();
    }
    return true;
  }

  /** Whoever was asked, offered or taken is gone or unwilling. */
  public void onGone(NodeId peer) {
    if (taking != null && taking.isFrom(peer)) {
      taking = null;
      afterFailedTake();
    } else if (search != null) {
      search.referred(peer, List.of());
      step();
    }
  }

  /** Gives up what has taken too long, and searches again when it is time. */
  public void tick() {
    if (taking != null && ground.now() >= taking.untilMillis()) {
      decline(taking.contact().node());
      taking = null;
      afterFailedTake();
    }
    if (search == null && taking == null && patience.takeDue(ground.now())) {
      again();
    }
    step();
  }

  /** Whom a link is needed to. */
  public Map<NodeId, Contact> contacts() {
    Map<NodeId, Contact> contacts = new LinkedHashMap<>();
    if (search != null) {
      contacts.putAll(search.contacts(ground.now()));
    }
    if (taking != null) {
      contacts.put(taking.contact().node(), taking.contact());
    }
    return contacts;
  }

  /** Asks whom a link has come up to, and takes an offer if it is time. */
  public void step() {
    Search current = search;
    if (current == null || taking != null) {
      return;
    }
    long now = ground.now();
    Optional<Offer> offer = current.choose(now);
    if (offer.isPresent()) {
      take(offer.get().contact(), offer.get().place());
      return;
    }
    for (Contact contact : current.toAsk(now)) {
      ground.ports().host().keepLink(contact);
      if (ground.ports().host().isLinked(contact.node()) && ask(current, contact)) {
        current.sent(contact.node(), now);
      }
    }
    if (current.isExhausted(now)) {
      ground.guides().answered(current.answered());
      abandon();
      pauseIfPlaceless();
    }
  }

  private void begin(Purpose purpose, List<Option> options) {
    abandon();
    ground.count(TreeEvent.SEARCH);
    Search next = new Search(purpose, nextNumber(), options, patience.answerMillis());
    next.leaveOut(self());
    ground.position().parent().ifPresent(parent -> next.leaveOut(parent.node()));
    patience.searches();
    search = next;
    ground.position().freeze(purpose == Purpose.MOVING);
    step();
  }

  private void again() {
    if (isPlaceless()) {
      begin(former.isEmpty() ? Purpose.NEWCOMER : Purpose.ORPHAN, ground.guides().all(self()));
    }
  }

  private boolean ask(Search current, Contact contact) {
    return ground.send(
        contact.node(),
        new TreeMessage.Seek(
            ground.stream(),
            current.number(),
            current.purpose(),
            former,
            ground.self().addresses(),
            ground.ownBitsPerSecond()));
  }

  /** Whoever has a parent and is not asked to move wants no other place than one further up. */
  private boolean isBetter(Search current, Place place) {
    return current.purpose() != Purpose.NEWCOMER
        || isPlaceless()
        || place.stand().depth() + 1 < ground.position().stand().depth();
  }

  private void take(Contact contact, Place place) {
    long millis = patience.confirmationMillis(isPlaceless());
    Optional<Taking> begun = Taking.begin(ground, contact, place, millis);
    taking = begun.orElse(null);
    if (begun.isEmpty()) {
      afterFailedTake();
    }
  }

  private void afterFailedTake() {
    if (search == null) {
      ground.position().freeze(false);
      pauseIfPlaceless();
    } else {
      step();
    }
  }

  private void settled() {
    taking = null;
    abandon();
    former = Optional.empty();
    patience.begin();
    isChanged = true;
    ground.count(TreeEvent.TAKEN);
  }

  private void lose(Parent parent) {
    ground.position().orphan();
    ground.ports().groups().leave(parent.group());
    ground.ports().listener().orphaned();
  }

  private void abandon() {
    if (search != null) {
      search.offers().forEach(offer -> decline(offer.contact().node()));
      search = null;
    }
    ground.position().freeze(false);
  }

  private void decline(NodeId node) {
    ground.send(node, new TreeMessage.Part(ground.stream(), Why.LEAVING));
  }

  private void pauseIfPlaceless() {
    if (isPlaceless()) {
      patience.pause(ground.now());
    }
  }

  private boolean isPlaceless() {
    return ground.position().parent().isEmpty();
  }

  private NodeId self() {
    return ground.self().node();
  }
}
