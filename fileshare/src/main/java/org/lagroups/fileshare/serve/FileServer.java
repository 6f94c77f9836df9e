package org.lagroups.fileshare.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.route.Responder;
import org.lagroups.core.route.RouteHandler;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RoutedRequest;
import org.lagroups.fileshare.wire.Decoded;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.fileshare.wire.ReplyCodec;
import org.lagroups.fileshare.wire.RequestCodec;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Answers other members' requests, within bounds. */
public final class FileServer implements RouteHandler {

  /** The most requests of one member under way at once. */
  public static final int MAX_OPEN_PER_MEMBER = 96;

  /** The most requests under way at once; each may hold 48 KiB of content. */
  public static final int MAX_OPEN = 512;

  /** How many queries of one member are answered. */
  public static final Rate SEARCHES = new Rate(20, 40);

  /** How many questions for a record or a file of one member are answered. */
  public static final Rate LOOKUPS = new Rate(200, 400);

  private final SharedFiles files;
  private final LongSupplier elapsedNanos;
  private final PeerBuckets searchBudget = new PeerBuckets(SEARCHES);
  private final PeerBuckets lookupBudget = new PeerBuckets(LOOKUPS);

  /** Never iterated over; holds only members with requests under way. */
  private final Map<NodeId, Integer> open = new HashMap<>();

  private int openInAll;
  private long searches;
  private long lookups;
  private long contentAnswers;
  private long contentBytes;
  private long malformed;
  private long overBudget;

  /**
   * Serves {@code files}.
   *
   * @param elapsedNanos as {@link org.lagroups.machine.Environment#elapsedNanos}
   */
  public FileServer(SharedFiles files, LongSupplier elapsedNanos) {
    this.files = files;
    this.elapsedNanos = elapsedNanos;
  }

  @Override
  public void onRequest(RoutedRequest request, Responder responder) {
    switch (RequestCodec.decode(request.body())) {
      case Decoded.Refused<FileRequest> refused -> {
        malformed++;
        responder.refuse(RouteRefusal.DECLINED);
      }
      case Decoded.Accepted<FileRequest> accepted -> admit(request, accepted.message(), responder);
    }
  }

  /** What has happened so far. */
  public ServeCounters counters() {
    return new ServeCounters(
        searches, lookups, contentAnswers, contentBytes, malformed, overBudget);
  }

  private void admit(RoutedRequest routed, FileRequest request, Responder responder) {
    NodeId origin = routed.origin();
    int ofOrigin = open.getOrDefault(origin, 0);
    if (ofOrigin >= MAX_OPEN_PER_MEMBER || openInAll >= MAX_OPEN || !affords(origin, request)) {
      overBudget++;
      responder.refuse(RouteRefusal.BUSY);
      return;
    }
    open.put(origin, ofOrigin + 1);
    openInAll++;
    answer(
        routed.group(),
        request,
        reply -> {
          close(origin);
          responder.answer(ReplyCodec.encode(reply));
        });
  }

  private boolean affords(NodeId origin, FileRequest request) {
    long now = elapsedNanos.getAsLong();
    return switch (request) {
      case FileRequest.Search search -> searchBudget.take(origin, 1, now);
      case FileRequest.FetchRecord fetch -> lookupBudget.take(origin, 1, now);
      case FileRequest.AskHeld ask -> lookupBudget.take(origin, 1, now);
      case FileRequest.FetchLeaves fetch -> true;
    };
  }

  private void answer(GroupId group, FileRequest request, Consumer<FileReply> done) {
    switch (request) {
      case FileRequest.Search search -> {
        searches++;
        files.search(
            group,
            search.query(),
            search.maxResults(),
            records -> done.accept(new FileReply.Found(records)));
      }
      case FileRequest.FetchRecord fetch -> {
        lookups++;
        files.record(group, fetch.root(), record -> done.accept(new FileReply.Published(record)));
      }
      case FileRequest.AskHeld ask -> {
        lookups++;
        files.held(group, ask.root(), shape -> done.accept(new FileReply.Held(shape)));
      }
      case FileRequest.FetchLeaves fetch ->
          files.leaves(
              group,
              fetch.root(),
              fetch.range(),
              reply -> {
                count(reply);
                done.accept(reply);
              });
    }
  }

  private void count(FileReply reply) {
    if (reply instanceof FileReply.Leaves leaves) {
      contentAnswers++;
      contentBytes += leaves.content().length();
    }
  }

  private void close(NodeId origin) {
    openInAll--;
    open.computeIfPresent(origin, (node, count) -> count == 1 ? null : count - 1);
  }
}
