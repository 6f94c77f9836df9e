package org.lagroups.multicast.wire;

import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.DecodedHeader;
import org.lagroups.multicast.stream.HeaderCodec;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.ChunkProof;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.proto.CastFrame;
import org.lagroups.multicast.wire.proto.ChunkMessage;
import org.lagroups.multicast.wire.proto.HeaderAnswerMessage;
import org.lagroups.multicast.wire.proto.HeaderAskMessage;

/** The bodies of {@link StreamMessage}s. */
final class StreamMessages {

  private StreamMessages() {}

  static void write(StreamMessage message, CastFrame.Builder frame) {
    switch (message) {
      case StreamMessage.ChunkMessage chunk -> frame.setChunk(toMessage(chunk));
      case StreamMessage.HeaderAsk ask ->
          frame.setHeaderAsk(
              HeaderAskMessage.newBuilder().setToken(Fields.wrap(ask.token().orElse(Bytes.EMPTY))));
      case StreamMessage.HeaderAnswer answer ->
          frame.setHeaderAnswer(
              HeaderAnswerMessage.newBuilder()
                  .setHeader(Fields.wrap(answer.header().encoded()))
                  .setSignature(Fields.wrap(answer.header().signature().value())));
    }
  }

  static StreamMessage readChunk(StreamId stream, ChunkMessage message) throws Unreadable {
    Bytes route = Fields.bytes(message.getRoute());
    Fields.check(message.getEpoch() >= 0 && Route.isPreorder(route), WireRefusal.BAD_ROUTE);
    long sequence = message.getSequence();
    int payloadBytes = message.getPayload().size();
    Fields.check(
        sequence >= 0
            && sequence <= Chunk.MAX_SEQUENCE
            && payloadBytes <= StreamHeader.MAX_CHUNK_BYTES,
        WireRefusal.BAD_CHUNK);
    long start = message.getBatchStart();
    Fields.check(
        ChunkProof.isPossible(start, message.getBatchSize(), message.getPath().size())
            && sequence >= start
            && sequence - start < message.getBatchSize(),
        WireRefusal.BAD_PROOF);
    ChunkProof proof =
        new ChunkProof(
            start,
            message.getBatchSize(),
            message.getIsLastBatch(),
            Fields.bytes(message.getPath()),
            Fields.signature(message.getSignature()));
    Chunk chunk = new Chunk(sequence, Fields.bytes(message.getPayload()));
    return new StreamMessage.ChunkMessage(
        stream, new Route(message.getEpoch(), route), new SealedChunk(chunk, proof));
  }

  static StreamMessage readAsk(StreamId stream, HeaderAskMessage message) throws Unreadable {
    int length = message.getToken().size();
    Fields.check(length == 0 || length == StreamLink.TOKEN_BYTES, WireRefusal.BAD_TOKEN);
    return new StreamMessage.HeaderAsk(
        stream, length == 0 ? Optional.empty() : Optional.of(Fields.bytes(message.getToken())));
  }

  static StreamMessage readAnswer(StreamId stream, HeaderAnswerMessage message) throws Unreadable {
    Fields.check(message.getHeader().size() <= HeaderCodec.MAX_BYTES, WireRefusal.BAD_HEADER);
    Bytes encoded = Fields.bytes(message.getHeader());
    Signature signature = Fields.signature(message.getSignature());
    return switch (HeaderCodec.decode(encoded)) {
      case DecodedHeader.Accepted accepted ->
          new StreamMessage.HeaderAnswer(
              stream, new SignedHeader(accepted.header(), encoded, signature));
      case DecodedHeader.Refused _ -> throw new Unreadable(WireRefusal.BAD_HEADER);
    };
  }

  private static ChunkMessage toMessage(StreamMessage.ChunkMessage message) {
    Chunk chunk = message.sealed().chunk();
    ChunkProof proof = message.sealed().proof();
    return ChunkMessage.newBuilder()
        .setEpoch(message.route().epoch())
        .setRoute(Fields.wrap(message.route().preorder()))
        .setSequence(chunk.sequence())
        .setBatchStart(proof.batchStart())
        .setBatchSize(proof.batchSize())
        .setIsLastBatch(proof.isLastBatch())
        .setPath(Fields.wrap(proof.path()))
        .setSignature(Fields.wrap(proof.signature().value()))
        .setPayload(Fields.wrap(chunk.payload()))
        .build();
  }
}
