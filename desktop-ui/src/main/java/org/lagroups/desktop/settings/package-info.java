/**
 * The place where one sees and changes the settings: of the node, of this window, and what is to be
 * known of both. {@link org.lagroups.desktop.settings.SettingsScreen} is the place.
 */
@NullMarked
package org.lagroups.desktop.settings;

import org.jspecify.annotations.NullMarked;
