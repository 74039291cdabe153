namespace Helpdesk.Auth.Contracts;

/// <summary>The pages of the first run, in their order; all are gone once it is finished.</summary>
public static class SetUpSteps
{
    public const int Count = 5;

    public const string Account = "/setup";
    public const string Site = "/setup/site";
    public const string Mail = "/setup/mail";
    public const string Categories = "/setup/categories";
    public const string People = "/setup/people";
}

/// <summary>Where somebody is in the first run, for the head of a step's page.</summary>
public sealed record SetUpStep(int Number, string Title);
