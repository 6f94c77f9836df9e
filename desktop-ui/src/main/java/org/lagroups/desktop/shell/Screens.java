package org.lagroups.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.lagroups.desktop.guard.GuardScreen;
import org.lagroups.desktop.home.HomeScreen;
import org.lagroups.desktop.library.LibraryScreen;
import org.lagroups.desktop.people.PeopleScreen;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.search.SearchScreen;
import org.lagroups.desktop.settings.SettingsScreen;
import org.lagroups.desktop.streams.StreamsScreen;
import org.lagroups.desktop.transfers.TransfersScreen;

/** What is at each place. */
final class Screens {

  private Screens() {}

  static Map<Place, Function<Desk, Screen>> all() {
    Map<Place, Function<Desk, Screen>> screens = new EnumMap<>(Place.class);
    screens.put(Place.HOME, HomeScreen::new);
    screens.put(Place.PEOPLE, PeopleScreen::new);
    screens.put(Place.SEARCH, SearchScreen::new);
    screens.put(Place.TRANSFERS, TransfersScreen::new);
    screens.put(Place.LIBRARY, LibraryScreen::new);
    screens.put(Place.STREAMS, StreamsScreen::new);
    screens.put(Place.GUARD, GuardScreen::new);
    screens.put(Place.SETTINGS, SettingsScreen::new);
    return screens;
  }
}
