package org.lagroups.fileshare.search;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.serve.SharedFiles;
import org.lagroups.machine.GroupId;

/** The searches of this node's person: the running ones, and a few that are done. */
public final class Searches {

  /** The most searches kept; the oldest is forgotten first. */
  public static final int MAX_KEPT = 8;

  private final Peers peers;
  private final SharedFiles own;
  private final Runnable changed;
  private final Deque<Search> kept = new ArrayDeque<>();
  private long lastId;

  /**
   * Searches among {@code peers}, and among this node's own files.
   *
   * @param changed called whenever an answer has come
   */
  public Searches(Peers peers, SharedFiles own, Runnable changed) {
    this.peers = peers;
    this.own = own;
    this.changed = changed;
  }

  /** Begins to search. */
  public Search begin(Wanted wanted, Collection<GroupId> groups) {
    Search search = new Search(++lastId, wanted, peers, own, changed);
    kept.addLast(search);
    if (kept.size() > MAX_KEPT) {
      kept.removeFirst();
    }
    search.begin(groups);
    return search;
  }

  /** Searches without counting as the last search, to whose hits a person refers by number. */
  public Search beginAside(Wanted wanted, Collection<GroupId> groups) {
    Search search = new Search(++lastId, wanted, peers, own, changed);
    search.begin(groups);
    return search;
  }

  /** Ends a search; answers whether there was one. What it has found stays. */
  public boolean end(long id) {
    Optional<Search> search = search(id);
    search.ifPresent(Search::end);
    return search.isPresent();
  }

  /** The search with this ID, if it is still kept. */
  public Optional<Search> search(long id) {
    return kept.stream().filter(search -> search.id() == id).findFirst();
  }

  /** The search begun last. */
  public Optional<Search> last() {
    return Optional.ofNullable(kept.peekLast());
  }
}
