package se.statsbidrag.events;

/** Who answers a survey for a county. */
public enum SurveyRespondent {
    /** The region, for itself. */
    REGION,
    /** The regional collaboration structure, for the county's municipalities. */
    RSS
}
