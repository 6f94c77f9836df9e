package org.lagroups.fileshare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.route.Router;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.RangeProof;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.wire.proto.AskHeldMessage;
import org.lagroups.fileshare.wire.proto.FailureMessage;
import org.lagroups.fileshare.wire.proto.FetchLeavesMessage;
import org.lagroups.fileshare.wire.proto.FoundMessage;
import org.lagroups.fileshare.wire.proto.HeldMessage;
import org.lagroups.fileshare.wire.proto.LeavesMessage;
import org.lagroups.fileshare.wire.proto.ReplyMessage;
import org.lagroups.fileshare.wire.proto.RequestMessage;
import org.lagroups.fileshare.wire.proto.SearchMessage;
import org.lagroups.fileshare.wire.proto.SignedRecordMessage;
import org.lagroups.fileshare.wire.proto.TermMessage;
import org.lagroups.machine.Bytes;

class CodecTest {

  private static final MerkleRoot ROOT = Records.root(1);
  private static final ByteString HASH = ByteString.copyFrom(new byte[32]);
  private static final SignedRecord RECORD = Records.signed(Records.ALICE, ROOT, "a.txt");

  static List<FileRequest> requests() {
    return List.of(
        new FileRequest.Search(QueryParser.parse("one tw* -three"), 64),
        new FileRequest.FetchRecord(ROOT),
        new FileRequest.AskHeld(ROOT),
        new FileRequest.FetchLeaves(ROOT, new LeafRange(0, 3)),
        new FileRequest.FetchLeaves(ROOT, new LeafRange(Integer.MAX_VALUE - 3, 1)));
  }

  static List<FileReply> replies() {
    return List.of(
        new FileReply.Found(List.of()),
        new FileReply.Found(List.of(RECORD, RECORD)),
        new FileReply.Published(Optional.of(RECORD)),
        new FileReply.Published(Optional.empty()),
        new FileReply.Held(Optional.of(new TreeShape(5))),
        new FileReply.Held(Optional.empty()),
        new FileReply.Leaves(Bytes.copyOf((byte) 1), new RangeProof(List.of(ROOT.hash()))),
        new FileReply.Failure(FileReply.Failure.Code.UNREADABLE));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void readsTheRequestsItWrote(FileRequest request) {
    assertThat(RequestCodec.decode(RequestCodec.encode(request)))
        .isEqualTo(new Decoded.Accepted<>(request));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void readsTheRepliesItWrote(FileReply reply) {
    assertThat(ReplyCodec.decode(ReplyCodec.encode(reply)))
        .isEqualTo(new Decoded.Accepted<>(reply));
  }

  @Test
  void theLongestMessagesFitIntoARoutedBody() {
    FileReply found =
        new FileReply.Found(Collections.nCopies(FileRequest.Search.MAX_RESULTS, longestRecord()));
    FileReply leaves =
        new FileReply.Leaves(
            Bytes.copyOf(new byte[3 * TreeShape.LEAF_BYTES]),
            new RangeProof(Collections.nCopies(RangeProof.MAX_HASHES, ROOT.hash())));
    assertThat(ReplyCodec.encode(found).length()).isLessThanOrEqualTo(Router.MAX_BODY_BYTES);
    assertThat(ReplyCodec.encode(leaves).length()).isLessThanOrEqualTo(Router.MAX_BODY_BYTES);
    assertThat(ReplyCodec.decode(ReplyCodec.encode(leaves)))
        .isEqualTo(new Decoded.Accepted<>(leaves));
  }

  @Test
  void refusesRequestsOutOfBounds() {
    refusedRequest(RequestMessage.getDefaultInstance(), WireRefusal.MALFORMED);
    refusedRequest(search(1, List.of()), WireRefusal.BAD_QUERY);
    refusedRequest(search(0, List.of(word("a"))), WireRefusal.TOO_MANY);
    refusedRequest(search(65, List.of(word("a"))), WireRefusal.TOO_MANY);
    refusedRequest(search(-1, List.of(word("a"))), WireRefusal.TOO_MANY);
    refusedRequest(
        search(1, Collections.nCopies(Query.MAX_TERMS + 1, word("a"))), WireRefusal.BAD_QUERY);
    refusedRequest(search(1, List.of(word("a".repeat(65)))), WireRefusal.BAD_QUERY);
    refusedRequest(search(1, List.of(word("*:*"))), WireRefusal.BAD_QUERY);
    refusedRequest(
        search(1, List.of(word("a").toBuilder().setKind(TermMessage.Kind.PREFIX).build())),
        WireRefusal.BAD_QUERY);
    refusedRequest(
        search(1, List.of(word("a").toBuilder().setKindValue(9).build())), WireRefusal.BAD_QUERY);
    refusedRequest(leaves(0, 4), WireRefusal.BAD_RANGE);
    refusedRequest(leaves(0, 0), WireRefusal.BAD_RANGE);
    refusedRequest(leaves(-1, 1), WireRefusal.BAD_RANGE);
    refusedRequest(leaves(Integer.MAX_VALUE, 1), WireRefusal.BAD_RANGE);
    refusedRequest(
        RequestMessage.newBuilder()
            .setAskHeld(AskHeldMessage.newBuilder().setRoot(ByteString.copyFrom(new byte[31])))
            .build(),
        WireRefusal.BAD_HASH);
  }

  @Test
  void refusesRepliesOutOfBounds() {
    refusedReply(ReplyMessage.newBuilder(), WireRefusal.MALFORMED);
    refusedReply(
        ReplyMessage.newBuilder()
            .setFound(
                FoundMessage.newBuilder()
                    .addAllRecords(
                        Collections.nCopies(65, SignedRecordMessage.getDefaultInstance()))),
        WireRefusal.TOO_MANY);
    refusedReply(
        ReplyMessage.newBuilder()
            .setFound(FoundMessage.newBuilder().addRecords(SignedRecordMessage.newBuilder())),
        WireRefusal.BAD_RECORD);
    refusedReply(
        ReplyMessage.newBuilder().setHeld(HeldMessage.newBuilder().setLengthBytes(-1)),
        WireRefusal.BAD_LENGTH);
    refusedReply(
        ReplyMessage.newBuilder()
            .setLeaves(
                LeavesMessage.newBuilder()
                    .setContent(ByteString.copyFrom(new byte[3 * TreeShape.LEAF_BYTES + 1]))),
        WireRefusal.TOO_MANY);
    refusedReply(
        ReplyMessage.newBuilder()
            .setLeaves(
                LeavesMessage.newBuilder()
                    .addAllProof(Collections.nCopies(RangeProof.MAX_HASHES + 1, HASH))),
        WireRefusal.TOO_MANY);
    refusedReply(
        ReplyMessage.newBuilder()
            .setLeaves(LeavesMessage.newBuilder().addProof(ByteString.copyFrom(new byte[33]))),
        WireRefusal.BAD_HASH);
    refusedReply(
        ReplyMessage.newBuilder().setFailure(FailureMessage.newBuilder().setCodeValue(77)),
        WireRefusal.MALFORMED);
  }

  @Test
  void refusesWhatIsCutOrHasMoreAfterIt() {
    Bytes encoded = RequestCodec.encode(new FileRequest.AskHeld(ROOT));
    byte[] more = new byte[encoded.length() + 2];
    encoded.copyTo(more, 0);
    more[encoded.length()] = 15 << 3;
    assertThat(RequestCodec.decode(Bytes.wrapOwned(more)))
        .isEqualTo(new Decoded.Refused<>(WireRefusal.MALFORMED));
    assertThat(RequestCodec.decode(encoded.slice(0, encoded.length() - 1)))
        .isEqualTo(new Decoded.Refused<>(WireRefusal.MALFORMED));
  }

  private static SignedRecord longestRecord() {
    return Records.signed(Records.ALICE, ROOT, "a".repeat(255));
  }

  private static TermMessage word(String text) {
    return TermMessage.newBuilder().setText(text).build();
  }

  private static RequestMessage search(int max, List<TermMessage> terms) {
    return RequestMessage.newBuilder()
        .setSearch(SearchMessage.newBuilder().setMaxResults(max).addAllTerms(terms))
        .build();
  }

  private static RequestMessage leaves(int first, int count) {
    return RequestMessage.newBuilder()
        .setFetchLeaves(
            FetchLeavesMessage.newBuilder().setRoot(HASH).setFirst(first).setCount(count))
        .build();
  }

  private static void refusedRequest(Message message, WireRefusal expected) {
    assertThat(RequestCodec.decode(Bytes.wrapOwned(message.toByteArray())))
        .isEqualTo(new Decoded.Refused<>(expected));
  }

  private static void refusedReply(ReplyMessage.Builder message, WireRefusal expected) {
    assertThat(ReplyCodec.decode(Bytes.wrapOwned(message.build().toByteArray())))
        .isEqualTo(new Decoded.Refused<>(expected));
  }
}
