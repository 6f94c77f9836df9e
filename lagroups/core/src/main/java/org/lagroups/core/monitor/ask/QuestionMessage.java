package org.lagroups.core.monitor.ask;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.lagroups.core.monitor.ask.proto.QuestionProto;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.machine.Bytes;

/**
 * A message of the protocol: a question put, or answered.
 *
 * @param answer up to {@link VotingMonitor#MAX_ANSWER_BYTES}; nothing if it is put
 */
record QuestionMessage(Question question, Optional<Bytes> answer) {

  /** No message is longer: both texts, and what frames them. */
  static final int MAX_BYTES = Question.MAX_BYTES + VotingMonitor.MAX_ANSWER_BYTES + 8;

  static QuestionMessage ask(Question question) {
    return new QuestionMessage(question, Optional.empty());
  }

  static QuestionMessage answer(Question question, Bytes answer) {
    return new QuestionMessage(question, Optional.of(answer));
  }

  Bytes encode() {
    QuestionProto.Message.Builder message =
        QuestionProto.Message.newBuilder().setQuestion(question.text());
    answer.ifPresent(bytes -> message.setAnswer(ByteString.copyFrom(bytes.asReadOnlyBuffer())));
    return Bytes.wrapOwned(message.build().toByteArray());
  }

  /** The message that bytes from a peer stand for, if they are the canonical encoding of one. */
  static Optional<QuestionMessage> decode(Bytes encoded) {
    if (encoded.length() > MAX_BYTES) {
      return Optional.empty();
    }
    try {
      QuestionProto.Message parsed = QuestionProto.Message.parseFrom(encoded.asReadOnlyBuffer());
      Question question = Question.parse(parsed.getQuestion());
      Bytes answer = Bytes.wrapOwned(parsed.getAnswer().toByteArray());
      QuestionMessage message =
          new QuestionMessage(question, answer.isEmpty() ? Optional.empty() : Optional.of(answer));
      return Optional.of(message).filter(one -> one.encode().equals(encoded));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
