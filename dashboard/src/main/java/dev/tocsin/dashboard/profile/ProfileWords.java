package dev.tocsin.dashboard.profile;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the profile, as {@code profile:name} in templates. */
@MessageBundle("profile")
public interface ProfileWords {
    // ProfilePages/profile.html

    @Message("How pages reach you")
    String howPagesReachYou();

    @Message("Calendars")
    String calendars();

    @Message("About you")
    String aboutYou();

    @Message("All times are shown in it.")
    String allTimesAreShownIn();

    @Message("Look")
    String look();

    @Message("Theme")
    String theme();

    @Message("Use this theme")
    String useThisTheme();

    @Message("Changing it signs out your other sessions.")
    String changingItSignsOutYour();

    @Message("Signed in|Last used|From|")
    String signedInLastUsedFrom();

    @Message("Signed in")
    String signedIn();

    @Message("Last used")
    String lastUsed();

    @Message("This one")
    String thisOne();

    @Message("End")
    String end();

    @Message("End this session")
    String endThisSession();

    @Message("API tokens")
    String apiTokens();

    @Message("No tokens yet. A token lets a tool of yours, such as a script, use the API.")
    String noTokenYet();

    @Message("Your new token.")
    String yourNewToken();

    @Message("Copy it now; it is not shown again.")
    String copyItNowItIs();

    @Message("Name|Made|Last used|")
    String nameMadeLastUsed();

    @Message("Made")
    String made();

    @Message("Whatever uses it stops working at once.")
    String whateverUsesItStopsWorking();

    @Message("Delete the token")
    String deleteTheToken();

    @Message("New token for")
    String newTokenFor();

    @Message("The tool that will act in your name.")
    String theToolThatWillAct();

    @Message("Make a token")
    String makeAToken();

    // ProfilePages.java

    @Message("As the system")
    String asTheSystem();

    @Message("Light")
    String light();

    @Message("Dark")
    String dark();

    @Message("Not a time zone. Choose one such as Europe/Berlin.")
    String notATimeZoneChooseOne();

    @Message("Profile saved.")
    String profileSaved();

    @Message("Theme changed.")
    String themeChanged();

    @Message("Session ended.")
    String sessionEnded();

    @Message("Name it after the tool that will use it.")
    String nameItAfterTheToolThat();

    @Message("Token deleted. Nothing can use it any more.")
    String tokenDeletedNothingCanUseIt();

    @Message("Whoever uses it there must sign in again.")
    String whoeverUsesItThere();

    @Message("End the session")
    String endTheSession();
}
