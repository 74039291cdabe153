using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Tickets.Queue;

/// <summary>What a filter wants of fields of categories: field.asset_tag=LT-1. For one field any of its values will do, of several fields all must fit.</summary>
[ModelBinder<FieldFiltersBinder>]
internal sealed record FieldFilters(IReadOnlyList<(string Key, string Value)> Values)
{
    /// <summary>Before the key, in addresses.</summary>
    public const string Prefix = "field.";

    public static FieldFilters? Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = query.Where(part => IsName(part.Key))
            .SelectMany(part => FilterWords.Given(part.Value!).Select(value => (part.Key[Prefix.Length..], value)))
            .ToList();
        return values.Count == 0 ? null : new FieldFilters(values);
    }

    public static bool IsName(string name) => name.Length > Prefix.Length && name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>For the API, whose addresses are read by the framework's convention of this name.</summary>
    public static ValueTask<FieldFilters?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Read(context.Request.Query));

    public IQueryable<Ticket> Apply(IQueryable<Ticket> tickets, CategorySet categories, Dictionary<string, string[]> errors)
    {
        foreach (var wanted in Values.GroupBy(pair => pair.Key, pair => pair.Value))
        {
            var fields = categories.FieldsCalled(wanted.Key);
            if (fields.Count == 0)
            {
                var meant = Spelling.Nearest(wanted.Key, categories.Fields.Select(field => field.Key));
                errors[Prefix + wanted.Key] = [$"There is no field “{wanted.Key}”.{(meant is null ? "" : $" Did you mean {meant}?")}"];
                continue;
            }

            var read = wanted.SelectMany(value => fields.Select(field => (Field: field, Reading: field.Read(value)))).ToList();
            var fitting = read.Where(pair => pair.Reading.Fault is null).Select(pair => Condition(pair.Field, pair.Reading.Value)).ToList();
            if (fitting.Count == 0)
            {
                errors[Prefix + wanted.Key] = [read[0].Reading.Fault!];
                continue;
            }

            tickets = tickets.Where(Any(fitting));
        }

        return tickets;
    }

    // An index serves only the very condition that it was made with, so that one is said too.
    private static Expression<Func<Ticket, bool>> Condition(ExtraField field, string value)
    {
        var ticked = JsonSerializer.Serialize(new Dictionary<Guid, string> { [field.Id] = value.Length == 0 ? "true" : value });
        return value.Length == 0
            ? ticket => ticket.CategoryId == field.CategoryId && !EF.Functions.JsonContains(ticket.Extras, ticked)
            : ticket => ticket.CategoryId == field.CategoryId && ticket.Extras != ExtraValues.None && EF.Functions.JsonContains(ticket.Extras, ticked);
    }

    private static Expression<Func<Ticket, bool>> Any(IEnumerable<Expression<Func<Ticket, bool>>> conditions)
    {
        var ticket = Expression.Parameter(typeof(Ticket), "ticket");
        return Expression.Lambda<Func<Ticket, bool>>(conditions.Select(each => (Expression)Expression.Invoke(each, ticket)).Aggregate(Expression.OrElse), ticket);
    }
}

/// <summary>For pages.</summary>
internal sealed class FieldFiltersBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        bindingContext.Result = ModelBindingResult.Success(FieldFilters.Read(bindingContext.HttpContext.Request.Query));
        return Task.CompletedTask;
    }
}
