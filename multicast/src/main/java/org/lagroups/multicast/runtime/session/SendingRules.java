package org.lagroups.multicast.runtime.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.stream.StreamMode;

/** Which inputs can be sent in which mode. */
final class SendingRules {

  private SendingRules() {}

  /** What is done with an input of which nothing was said: a file as a file, all else live. */
  static StreamMode usual(InputAddress input, OptionalLong lengthBytes) {
    return lengthBytes.isPresent() && input instanceof InputAddress.OfFile
        ? StreamMode.FILE
        : StreamMode.LIVE;
  }

  static Optional<StreamProblem> problem(
      InputAddress input, StreamMode mode, OptionalLong lengthBytes) {
    if (mode == StreamMode.FILE && lengthBytes.isEmpty()) {
      return Optional.of(
          new StreamProblem(
              input + " cannot be read again for who missed some of it, as file mode demands",
              "save it to a file first, or send it --live"));
    }
    if (mode == StreamMode.LIVE && lengthBytes.isPresent()) {
      return Optional.of(
          new StreamProblem(
              input + " is a file: nobody says at which pace to send it live",
              "send it as a file (--file), or play it: ffmpeg -re -i FILE -c copy -f mpegts - |"
                  + " lag cast send --input -"));
    }
    if (lengthBytes.isPresent() && lengthBytes.getAsLong() == 0) {
      return Optional.of(new StreamProblem(input + " is empty", "there is nothing to send"));
    }
    return Optional.empty();
  }
}
