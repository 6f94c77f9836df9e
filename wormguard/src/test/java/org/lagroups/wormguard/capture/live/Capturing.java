package org.lagroups.wormguard.capture.live;

import java.lang.foreign.MemorySegment;

/** A process that captures from an interface until nothing more comes of it. */
final class Capturing {

  private Capturing() {}

  public static void main(String[] arguments) {
    switch (LiveCapture.open(LiveSettings.of(arguments[0]).incoming())) {
      case LiveCapture.Opening.Refused(String why) -> System.out.println(why);
      case LiveCapture.Opening.Opened(LiveCapture capture) -> {
        try (capture) {
          System.out.println("opened");
          Polled last = new Polled.Taken(0);
          while (last instanceof Polled.Taken) {
            last = capture.poll((_, _, _, _, _, _) -> {});
          }
          System.out.println(last);
          System.out.println(
              capture
                  .send(MemorySegment.ofArray(new byte[60]), 0, 60)
                  .map("not sent: "::concat)
                  .orElse("sent"));
        }
      }
    }
  }
}
