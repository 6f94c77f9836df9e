package org.lagroups.fileshare.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lagroups.fileshare.merkle.RangeProof;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.machine.Bytes;

/** What a member answers to a {@link FileRequest}. */
public sealed interface FileReply {

  /**
   * To {@link FileRequest.Search}.
   *
   * @param records at most {@link FileRequest.Search#MAX_RESULTS}
   */
  record Found(List<SignedRecord> records) implements FileReply {

    public Found {
      records = List.copyOf(records);
    }
  }

  /** To {@link FileRequest.FetchRecord}: nothing if the target publishes no such file. */
  record Published(Optional<SignedRecord> record) implements FileReply {}

  /**
   * To {@link FileRequest.AskHeld}: the content's length, nothing if the target does not have it.
   */
  record Held(Optional<TreeShape> shape) implements FileReply {}

  /**
   * To {@link FileRequest.FetchLeaves}.
   *
   * @param content of the leaves asked for, at most {@link FileRequest.FetchLeaves#MAX_LEAVES}
   */
  record Leaves(Bytes content, RangeProof proof) implements FileReply {}

  /** To any request: it cannot be done. */
  record Failure(Code code) implements FileReply {

    /** Why. The codes are part of the wire format. */
    public enum Code {
      /** The target does not share this content in this group. */
      NOT_HELD(1),
      /** The target cannot read the file, or it has changed. */
      UNREADABLE(2),
      /** The content has no such leaves. */
      BAD_RANGE(3);

      private final int number;

      Code(int number) {
        this.number = number;
      }

      /** The number on the wire. */
      public int number() {
        return number;
      }

      /** The code with this number on the wire, if there is one. */
      public static Optional<Code> ofNumber(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
      }
    }
  }
}
