package org.lagroups.fileshare.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.route.Responder;
import org.lagroups.core.route.RouteHandler;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RoutedRequest;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.peer.RoutedPeers;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.MimeType;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.store.ShareSchema;
import org.lagroups.fileshare.wire.Decoded;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.fileshare.wire.ReplyCodec;
import org.lagroups.fileshare.wire.RequestCodec;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.NodeServices;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/**
 * A publisher that signs two different records about one content with one sequence: one for those
 * who ask directly, another for those who ask over somebody else.
 */
final class TwoFacedModule implements NodeModule {

  static final String TOLD_DIRECTLY = "contract signed.pdf";
  static final String TOLD_OVER_OTHERS = "contract draft.pdf";

  private static final TreeShape SHAPE = new TreeShape(1_000);

  private final MerkleRoot root;
  private @Nullable Identity identity;

  TwoFacedModule(MerkleRoot root) {
    this.root = root;
  }

  /** Whose signatures they are. */
  PublicIdentity publisher() {
    return Objects.requireNonNull(identity).publicIdentity();
  }

  @Override
  public String name() {
    return ShareSchema.MODULE;
  }

  @Override
  public Schema schema() {
    return ShareSchema.SCHEMA;
  }

  @Override
  public OpenModule open(ModuleHost host) {
    identity = host.identity();
    return new Liar(host.identity());
  }

  private final class Liar implements OpenModule, RouteHandler {

    private final Identity liar;

    Liar(Identity liar) {
      this.liar = liar;
    }

    @Override
    public void start(NodeServices services) {
      services.router().serve(RoutedPeers.SERVICE, this);
    }

    @Override
    public List<ApiRoute> routes() {
      return List.of();
    }

    @Override
    public void onRequest(RoutedRequest request, Responder responder) {
      if (!(RequestCodec.decode(request.body())
          instanceof Decoded.Accepted<FileRequest> accepted)) {
        responder.refuse(RouteRefusal.DECLINED);
        return;
      }
      switch (accepted.message()) {
        case FileRequest.Search search ->
            answer(responder, new FileReply.Found(List.of(record(request))));
        case FileRequest.FetchRecord fetch ->
            answer(responder, new FileReply.Published(Optional.of(record(request))));
        case FileRequest.AskHeld ask -> responder.refuse(RouteRefusal.DECLINED);
        case FileRequest.FetchLeaves fetch -> responder.refuse(RouteRefusal.DECLINED);
      }
    }

    private static void answer(Responder responder, FileReply reply) {
      responder.answer(ReplyCodec.encode(reply));
    }

    private SignedRecord record(RoutedRequest request) {
      boolean isDirect = request.route().nodes().size() == 2;
      FileRecord record =
          new FileRecord(
              request.group(),
              liar.nodeId(),
              root,
              SHAPE,
              new FileName(isDirect ? TOLD_DIRECTLY : TOLD_OVER_OTHERS),
              new MimeType("application/pdf"),
              1_800_000_000_000L,
              7);
      return SignedRecord.sign(record, liar);
    }
  }
}
