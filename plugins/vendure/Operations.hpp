// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/vendure/AdminApi.hpp"

/// What is asked of Vendure's admin API (3.x).
namespace vitrina::vendure::operations {

#define VITRINA_STOCK                                                                                        \
    "enabled trackInventory outOfStockThreshold useGlobalOutOfStockThreshold "                               \
    "stockLevels { stockOnHand stockAllocated }"
#define VITRINA_ORDER                                                                                        \
    "id code state "                                                                                         \
    "lines { id quantity productVariant { sku } }"
#define VITRINA_RESULT "__typename ... on Order { " VITRINA_ORDER " } ... on ErrorResult { errorCode } "

inline constexpr Operation products{
    "Products",
    "query Products($skip: Int!, $take: Int!) { globalSettings { trackInventory "
    "outOfStockThreshold } productVariants(options: { skip: $skip, take: $take }) { totalItems "
    "items { sku priceWithTax currencyCode product { name enabled } options { name } " VITRINA_STOCK
    " } } }"};
inline constexpr Operation variants{
    "Variants", "query Variants($skus: [String!]!) { globalSettings { trackInventory outOfStockThreshold } "
                "productVariants(options: { filter: { sku: { in: $skus } }, take: 100 }) { items { id sku "
                "product { enabled } " VITRINA_STOCK " } } }"};
inline constexpr Operation begin{"BeginOrder", "mutation BeginOrder { createDraftOrder { id code } }"};
inline constexpr Operation find{
    "FindOrder", "query FindOrder($code: String!) { orders(options: { filter: { code: { eq: $code } }, take: "
                 "1 }) { items { " VITRINA_ORDER " } } }"};
inline constexpr Operation addLine{
    "AddLine", "mutation AddLine($order: ID!, $variant: ID!, $quantity: Int!) { addItemToDraftOrder(orderId: "
               "$order, input: { productVariantId: $variant, quantity: $quantity }) { " VITRINA_RESULT
               "... on InsufficientStockError { quantityAvailable } } }"};
inline constexpr Operation setLine{
    "SetLine", "mutation SetLine($order: ID!, $line: ID!, $quantity: Int!) { adjustDraftOrderLine(orderId: "
               "$order, input: { orderLineId: $line, quantity: $quantity }) { " VITRINA_RESULT
               "... on InsufficientStockError { quantityAvailable } } }"};
inline constexpr Operation findCustomer{
    "FindCustomer", "query FindCustomer($email: String!) { customers(options: { filter: { emailAddress: { "
                    "eq: $email } }, take: 1 }) { items { id } } }"};
inline constexpr Operation setCustomer{
    "SetCustomer",
    "mutation SetCustomer($order: ID!, $customer: ID, $input: CreateCustomerInput) { "
    "setCustomerForDraftOrder(orderId: $order, customerId: $customer, input: $input) { " VITRINA_RESULT
    "} }"};
inline constexpr Operation setAddress{
    "SetAddress", "mutation SetAddress($order: ID!, $input: CreateAddressInput!) { "
                  "setDraftOrderShippingAddress(orderId: $order, input: $input) { id } }"};
inline constexpr Operation shippings{"Shippings",
                                     "query Shippings($order: ID!) { eligibleShippingMethodsForDraftOrder("
                                     "orderId: $order) { id code name priceWithTax } }"};
inline constexpr Operation setShipping{
    "SetShipping", "mutation SetShipping($order: ID!, $method: ID!) { setDraftOrderShippingMethod(orderId: "
                   "$order, shippingMethodId: $method) { " VITRINA_RESULT "} }"};
inline constexpr Operation addNote{
    "AddNote", "mutation AddNote($order: ID!, $note: String!) { addNoteToOrder(input: { id: $order, note: "
               "$note, isPublic: false }) { id } }"};
inline constexpr Operation move{"MoveOrder",
                                "mutation MoveOrder($order: ID!, $state: String!) { "
                                "transitionOrderToState(id: $order, state: $state) { " VITRINA_RESULT "} }"};
inline constexpr Operation pay{
    "PayOrder", "mutation PayOrder($order: ID!, $number: String!, $metadata: JSON!) { "
                "addManualPaymentToOrder(input: { orderId: $order, method: \"vitrina\", transactionId: "
                "$number, metadata: $metadata }) { " VITRINA_RESULT "} }"};
inline constexpr Operation drop{
    "DropDraft", "mutation DropDraft($order: ID!) { deleteDraftOrder(orderId: $order) { result } }"};
inline constexpr Operation cancel{
    "CancelOrder", "mutation CancelOrder($order: ID!) { cancelOrder(input: { orderId: $order, reason: "
                   "\"cancelled in the show\", cancelShipping: true }) { " VITRINA_RESULT "} }"};

#undef VITRINA_STOCK
#undef VITRINA_ORDER
#undef VITRINA_RESULT

} // namespace vitrina::vendure::operations
