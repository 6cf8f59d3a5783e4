package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about escalation policies, as {@code policy:name} in templates. */
@MessageBundle("policy")
public interface PolicyWords {
    // PolicyPages/edit.html

    @Message("Edit policy")
    String editPolicy();

    @Message("New policy")
    String newPolicy();

    @Message("Escalation policies")
    String escalationPolicies();

    @Message("Each step pages somebody and waits. An acknowledgement stops it.")
    String eachStepPagesSomebodyAnd();

    @Message("Repeats")
    String repeats();

    @Message("Step {stepCount}")
    String stepStepCount(Integer stepCount);

    @Message("[1], waits [2]")
    String waits();

    @Message("Such as Payments, day and night.")
    String suchAsPaymentsDayAnd();

    @Message("There is nobody to page yet.")
    String thereIsNobodyToPage();

    @Message("[1|Create a schedule] first.")
    String createAScheduleFirst();

    @Message("Step {stepCount} pages")
    String stepStepCountPages(Integer stepCount);

    @Message("Nobody (skip this step)")
    String nobodyLeaveThisStepOut();

    @Message("Step {stepCount} also pages")
    String stepStepCountAlsoPages(Integer stepCount);

    @Message("Nobody else")
    String nobodyElse();

    @Message("Step {stepCount} waits")
    String stepStepCountWaits(Integer stepCount);

    @Message("Such as 30s, 5m or 1h; then the next step.")
    String suchAsSMOr();

    @Message("step {stepCount}")
    String stepStepCount2(Integer stepCount);

    @Message("Add step")
    String addStep();

    @Message("How many times the steps start again when nobody has answered: 0 to 9.")
    String howOftenTheStepsBegin();

    @Message("Save policy")
    String savePolicy();

    @Message("Create policy")
    String createPolicy();

    // PolicyPages/list.html

    @Message("Who is paged first, and who when nobody answers.")
    String whoIsPagedFirstAnd();

    @Message("No policy yet")
    String noPolicyYet();

    @Message("A good first policy: step 1 pages whoever is on call and waits five minutes, step 2 pages a second "
            + "schedule or the whole team.")
    String aGoodFirstPolicyStep();

    @Message("Create the first policy")
    String createTheFirstPolicy();

    @Message("Policy|Team|Steps")
    String policyTeamSteps();

    @Message("Steps")
    String steps();

    @Message("then after {delay}")
    String thenAfterDelay(String delay);

    // PolicyPages/one.html

    @Message("Delete this policy? Services that use it must use another one first.")
    String deleteThisPolicyServicesThat();

    @Message("Delete the policy")
    String deleteThePolicy();

    @Message("If nobody answers")
    String ifNobodyAnswers();

    @Message("What happens")
    String whatHappens();

    @Message("An incident is triggered")
    String anIncidentIsTriggered();

    @Message("[1] pages [2]")
    String pages();

    @Message("waits {delay}, then goes on unless somebody has acknowledged")
    String waitsDelayThenGoesOn(String delay);

    @Message("waits {delay}{#if repeats > 0}, then begins again, {#if repeats == 1}once{#else}{repeats} "
            + "times{/if}{/if}")
    String waitsDelayThenBeginsAgain(String delay, int repeats);

    @Message("Nobody answered")
    String nobodyAnswered();

    @Message("The incident stays open and at the top of the board.")
    String theIncidentStaysOpenAnd();

    // Choices.java

    @Message("Whoever is on call in")
    String whoeverIsOnCallIn();

    @Message("A person")
    String aPerson();

    @Message("Everybody in a team")
    String everybodyOfATeam();

    @Message("Another policy, from its first step")
    String anotherPolicyFromItsFirstStep();

    // PoliciesClient.java

    @Message("whoever is on call in “{schedule}”")
    String whoeverIsOnCallIn2(String schedule);

    @Message("everybody in {team}")
    String everybodyOf(String team);

    // PolicyForm.java

    @Message("Give the policy a name.")
    String giveThePolicyAName();

    @Message("Choose the team it belongs to.")
    String chooseTheTeamItBelongsTo();

    @Message("A whole number from 0 to 9.")
    String aWholeNumberFrom0To();

    @Message("Choose whom the first step pages.")
    String chooseWhomTheFirstStepPages();

    @Message("Say how long to wait, such as 30s, 5m or 1h.")
    String sayHowLongToWaitSuch();

    // PolicyPages.java

    @Message("Policy created.")
    String policyCreated();

    @Message("Policy saved. Incidents already open go on by it from their next step.")
    String policySavedIncidentsAlreadyOpenGo();

    @Message("Policy deleted.")
    String policyDeleted();

    @Message("Not deleted: {why}")
    String notDeleted(String why);
}
