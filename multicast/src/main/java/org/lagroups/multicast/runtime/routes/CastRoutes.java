package org.lagroups.multicast.runtime.routes;

import java.util.List;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastList;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.session.Sessions;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;

/** All routes of streams. */
public final class CastRoutes {

  private final Sessions sessions;
  private final Wishes wishes;

  private CastRoutes(Sessions sessions) {
    this.sessions = sessions;
    this.wishes = new Wishes(sessions.hasStandardStreams());
  }

  /** The routes to {@code sessions}. */
  public static List<ApiRoute> of(Sessions sessions) {
    return new CastRoutes(sessions).routes();
  }

  private List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/cast/sent",
            "Begins to send a stream; answers at once, with the link to hand out.",
            BeginSending.class,
            CastView.class,
            (request, body) -> send(body)),
        ApiRoute.post(
            "/v1/cast/received",
            "Begins to receive a stream; answers at once.",
            BeginReceiving.class,
            CastView.class,
            (request, body) -> receive(body)),
        ApiRoute.get(
            "/v1/cast/streams",
            "All streams that this node sends or receives, the eldest first.",
            CastList.class,
            request -> new CastList(sessions.all())),
        ApiRoute.get(
            "/v1/cast/top",
            "All streams, and what this node knows of their trees: from whom it gets them, to whom"
                + " it sends, and how fast.",
            CastTop.class,
            request -> sessions.top()),
        ApiRoute.get(
            "/v1/cast/uplink",
            "The most that this node sends for all its streams together.",
            CastUplink.class,
            request -> sessions.uplink()),
        ApiRoute.put(
            "/v1/cast/uplink",
            "Caps what this node sends for all its streams together, until it ends; 0 for no cap.",
            CastUplink.class,
            CastUplink.class,
            (request, body) -> sessions.cap(Wishes.uplink(body))),
        ApiRoute.get("/v1/cast/streams/{stream}", "How a stream goes.", CastView.class, this::look),
        ApiRoute.delete(
            "/v1/cast/streams/{stream}",
            "Ends a stream here, and tells how it was. What was received of a file is kept.",
            CastView.class,
            this::end));
  }

  private CastView send(BeginSending body) {
    return begun(sessions.send(wishes.sending(body)));
  }

  private CastView receive(BeginReceiving body) {
    return begun(
        sessions.receive(
            wishes.link(body.link()),
            wishes.outputs(body.outputs()),
            Wishes.latency(body.latencyMillis()),
            Wishes.giveUpMillis(body.giveUpSeconds())));
  }

  private CastView look(ApiRequest request) {
    StreamId id = id(request);
    return sessions.find(id).orElseThrow(() -> unknown(id));
  }

  private CastView end(ApiRequest request) {
    StreamId id = id(request);
    return sessions.close(id).orElseThrow(() -> unknown(id));
  }

  private static CastView begun(Sessions.Beginning beginning) {
    return switch (beginning) {
      case Sessions.Beginning.Begun begun -> begun.view();
      case Sessions.Beginning.Refused refused ->
          throw ApiException.conflict(
              "cannot-cast", refused.problem().message(), refused.problem().hint());
    };
  }

  private static StreamId id(ApiRequest request) {
    try {
      return StreamId.parse(request.path("stream"));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-stream", String.valueOf(e.getMessage()), "see: lag cast top");
    }
  }

  private static ApiException unknown(StreamId id) {
    return ApiException.notFound(
        "no-such-stream", "this node neither sends nor receives stream " + id, "see: lag cast top");
  }
}
