package org.lagroups.scenarios.adversary.group;

/** Passes every test of others, and neither says nor passes on anything in the group. */
public final class SilentDropper implements Adversary {

  @Override
  public String name() {
    return "silent-dropper";
  }

  @Override
  public String summary() {
    return "answers heartbeats, and says and passes on nothing";
  }

  @Override
  public void begin(Stage stage) {
    stage.takeOver();
  }
}
