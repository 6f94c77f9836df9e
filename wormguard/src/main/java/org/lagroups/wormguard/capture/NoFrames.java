package org.lagroups.wormguard.capture;

/** What is in a file that is no capture. */
final class NoFrames extends Frames {

  NoFrames(CaptureSource source, String why) {
    super(source);
    damaged(0, why);
  }

  @Override
  boolean advance() {
    return false;
  }

  @Override
  boolean isAtHand() {
    return false;
  }
}
