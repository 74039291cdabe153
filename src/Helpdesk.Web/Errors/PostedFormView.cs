using Helpdesk.Platform.Http.Held;

namespace Helpdesk.Web.Errors;

/// <summary>A kept form and the words of its button; without a button it is there to be read and copied.</summary>
internal sealed record PostedFormView(PostedForm Form, string? Button);
